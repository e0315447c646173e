import type { Exchange } from '../exchange.ts';
import { type Counter, serve } from '../serve/serve.ts';
import type { Visit } from '../serve/visit.ts';
import type { RequestFacts } from '../world/request-log.ts';
import { type Call, field, readCall } from './call.ts';
import { judge } from './judge.ts';
import type { Notes } from './operation.ts';
import type { Route } from './route.ts';
import type { HuaweiWorld } from './world.ts';
import { businessAnswer, documentedMessage } from './write-answer.ts';

/** What a request to the vendor passes through. */
export interface HuaweiService extends Counter {
  readonly world: HuaweiWorld;
  readonly keepTokens: boolean;
  readonly nextRequestId: () => string;
}

/** Reads a request, and hands it on to be judged, to meet the fault that the script holds for it, and to be noted. */
export async function handleCall(request: Request, route: Route, service: HuaweiService): Promise<Exchange> {
  const reading = await readCall(request, route);
  return serve(visitOf(reading, service), service, request.signal);
}

function visitOf(reading: Omit<Call, 'serverTime'>, service: HuaweiService): Visit {
  const { world } = service;
  const requestId = service.nextRequestId();
  const notifyId = notifyIdOf(reading);
  const notes: Notes = {};
  const { operation, id: clientId, tokens: targets } = reading;
  return {
    subject: {
      facts: { vendor: 'huawei', operation, clientId, ...(notifyId === undefined ? {} : { notifyId }) },
      targets,
    },
    judge: (serverTime) => judge({ ...reading, serverTime }, world, { requestId, notes }),
    answerWith: ({ code, status, message = documentedMessage(code, world.behaviour) }) =>
      businessAnswer({ code, message, status }, requestId, world.behaviour),
    facts: () => ({ ...factsOf(reading, notifyId, service.keepTokens ? 'tokens' : 'count'), ...notes }),
  };
}

function notifyIdOf({ operation, json }: Pick<Call, 'operation' | 'json'>): number | undefined {
  const holder = operation === 'revoke' ? json : field(field(json, 'payload'), 'notification');
  const notifyId = field(holder, 'notifyId');
  return typeof notifyId === 'number' ? notifyId : undefined;
}

function factsOf(
  { operation, method, path, id, headers, tokens, rawBody }: Omit<Call, 'serverTime'>,
  notifyId: number | undefined,
  keep: 'tokens' | 'count',
): RequestFacts {
  const pushType = headers.get('push-type');
  return {
    vendor: 'huawei',
    operation,
    method,
    path,
    id,
    ...(pushType === null ? {} : { pushType }),
    ...(notifyId === undefined ? {} : { notifyId }),
    tokenCount: tokens.length,
    ...(keep === 'tokens' ? { tokens } : {}),
    bodyBytes: rawBody.length,
  };
}
