import type { Exchange } from '../exchange.ts';
import { type Random, randomHex } from '../random.ts';
import { type Counter, serve } from '../serve/serve.ts';
import type { Visit } from '../serve/visit.ts';
import type { FaultSubject } from '../faults/fault-script.ts';
import type { RequestFacts } from '../world/request-log.ts';
import { isMpaasAction } from './actions.ts';
import { type Call, readCall } from './call.ts';
import { answerWithCode, judge } from './judge.ts';
import type { Notes } from './notes.ts';
import { targetsOf } from './targets.ts';
import type { MpaasWorld } from './world.ts';

/** What a request to the vendor passes through. */
export interface MpaasService extends Counter {
  readonly world: MpaasWorld;
  readonly keepTokens: boolean;
}

/** Reads a request, and hands it on to be judged, to meet the fault that the script holds for it, and to be noted. */
export async function handleCall(request: Request, url: URL, service: MpaasService): Promise<Exchange> {
  const reading = await readCall(request, url);
  return serve(visitOf(reading, service), service, request.signal);
}

type Reading = Omit<Call, 'serverTime'>;

function visitOf(reading: Reading, { world, keepTokens }: MpaasService): Visit {
  const address = {
    action: reading.action,
    host: reading.host,
    requestId: requestIdOf(world.random),
  };
  const notes: Notes = {};
  const targets = targetsOf(reading);
  const named = namesIn(reading);
  const { appId = '', ...names } = named;
  return {
    subject: { facts: { vendor: 'mpaas', ...operationOf(reading), ...named }, targets },
    judge: (serverTime) => judge({ ...reading, serverTime }, world, { address, notes }),
    answerWith: ({ code, message, status }) => answerWithCode({ code, message, status }, address, world),
    facts: (): RequestFacts => ({
      vendor: 'mpaas',
      operation: operationOf(reading).operation ?? 'unknown',
      method: reading.method,
      path: reading.path,
      id: appId,
      ...names,
      tokenCount: targets.length,
      ...(keepTokens ? { tokens: targets } : {}),
      bodyBytes: reading.rawBody.length,
      ...notes,
    }),
  };
}

function operationOf({ action = '' }: Reading): Pick<FaultSubject['facts'], 'operation'> {
  return isMpaasAction(action) ? { operation: action } : {};
}

function namesIn({ parameters }: Reading): {
  readonly appId?: string;
  readonly workspaceId?: string;
  readonly messageId?: string;
  readonly taskId?: string;
} {
  const names = { appId: 'AppId', workspaceId: 'WorkspaceId', messageId: 'MessageId', taskId: 'TaskId' };
  return Object.fromEntries(
    Object.entries(names).flatMap(([field, name]) => {
      const value = parameters.get(name);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** In the form of a UUID, in capitals, as in the vendor's samples. */
function requestIdOf(random: Random): string {
  const hex = randomHex(32, random).toUpperCase();
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
