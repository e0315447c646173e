// What is measured: the gateway as it is deployed, but for its alarms, which come when a request asks for one.
import { DurableObject } from 'cloudflare:workers';
import { createRecallGateway } from '../../../../../packages/worker/src/create-recall-gateway.ts';
import { optionsOf } from '../../../src/options.ts';
import type { Env } from '../../../src/env.ts';

interface MeasuredEnv extends Env {
  readonly NOTHING: DurableObjectNamespace;
}

/** Says what is asked for beside the gateway's own requests: `alarm`, `nothing`, `nothing-by-object`, `collect`. */
const HEADER = 'Measure';
const APP = 'shop';

const gateway = createRecallGateway<MeasuredEnv>(optionsOf);

export class RecallObject extends gateway.RecallObject {
  /** Those that are set come when they like, so nothing of them could be told from what else is done. */
  override alarm(): Promise<void> {
    return Promise.resolve();
  }

  override async fetch(request: Request): Promise<Response> {
    const isAlarm = request.headers.get(HEADER) === 'alarm';
    // The platform's type says of both that they may be missing
    const answer = await (isAlarm ? super.alarm?.() : super.fetch?.(request));
    return answer ?? new Response();
  }
}

/** Collects all garbage at once. There with V8's flag `--expose-gc`. */
declare const gc: (() => void) | undefined;

/** What a request to an object costs by itself. */
export class EmptyObject extends DurableObject {
  override fetch(): Response {
    return new Response();
  }
}

export default {
  async fetch(request: Request, env: MeasuredEnv, context: ExecutionContext): Promise<Response> {
    switch (request.headers.get(HEADER)) {
      case 'alarm':
        return env.RECALLS.getByName(APP).fetch(request);
      case 'collect':
        gc?.();
        return new Response();
      case 'nothing':
        return new Response();
      case 'nothing-by-object':
        return env.NOTHING.getByName(APP).fetch(request);
      default:
        return gateway.fetch(request, env, context);
    }
  },
};
