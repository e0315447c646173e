import type { Exchange } from '../exchange.ts';
import type { FaultScript } from '../faults/fault-script.ts';
import type { RequestLog } from '../world/request-log.ts';
import { type Call, field, readCall } from './call.ts';
import { type Judgement, judge } from './judge.ts';
import type { Notes } from './operation.ts';
import { type Ending, endingOf, exchangeOf, lets } from './play-fault.ts';
import type { Route } from './route.ts';
import type { HuaweiWorld } from './world.ts';
import { businessAnswer } from './write-answer.ts';

/** What a request to the vendor passes through. */
export interface HuaweiService {
  readonly world: HuaweiWorld;
  readonly faults: FaultScript;
  readonly requests: RequestLog;
  readonly keepTokens: boolean;
  readonly nextRequestId: () => string;
}

/** Takes a request, judges it, plays the fault that the script holds for it, and keeps a record. */
export async function handleCall(request: Request, route: Route, service: HuaweiService): Promise<Exchange> {
  const { world, faults } = service;
  const reading = await readCall(request, route);
  const receivedAt = world.clock.wall();
  const notifyId = notifyIdOf(reading);
  const plan = faults.plan({ ...route, clientId: route.id, notifyId, tokens: reading.tokens });
  const call: Call = { ...reading, serverTime: receivedAt + plan.clockOffsetMs };
  const requestId = service.nextRequestId();
  const notes: Notes = {};
  const judgement = lets(plan.final)
    ? await judge(call, world, { requestId, notes })
    : untouched(requestId, world);
  const ending: Ending =
    plan.final === undefined
      ? { kind: 'response', answer: judgement.answer }
      : endingOf(plan.final, judgement.answer, world.behaviour);
  record(
    { call, notifyId, notes, receivedAt, ending, acted: judgement.acted, fault: plan.final?.type },
    service,
  );
  if (plan.latencyMs > 0) await world.clock.sleep(plan.latencyMs, request.signal);
  return exchangeOf(ending, call.serverTime);
}

/** For a fault that comes before anything is done; only the request id is ever shown. */
function untouched(requestId: string, { behaviour }: HuaweiWorld): Judgement {
  return { answer: businessAnswer({ code: '80000001', message: '' }, requestId, behaviour), acted: false };
}

function notifyIdOf({ operation, json }: Pick<Call, 'operation' | 'json'>): number | undefined {
  const holder = operation === 'revoke' ? json : field(field(json, 'payload'), 'notification');
  const notifyId = field(holder, 'notifyId');
  return typeof notifyId === 'number' ? notifyId : undefined;
}

interface Happening {
  readonly call: Call;
  readonly notifyId: number | undefined;
  readonly notes: Notes;
  readonly receivedAt: number;
  readonly ending: Ending;
  readonly acted: boolean;
  readonly fault: string | undefined;
}

function record(
  { call, notifyId, notes, receivedAt, ending, acted, fault }: Happening,
  service: HuaweiService,
): void {
  const pushType = call.headers.get('push-type');
  const answer = ending.kind === 'response' || ending.kind === 'cut' ? ending.answer : undefined;
  service.requests.add({
    operation: call.operation,
    method: call.method,
    path: call.path,
    id: call.id,
    ...(pushType === null ? {} : { pushType }),
    ...(notifyId === undefined ? {} : { notifyId }),
    tokenCount: call.tokens.length,
    ...(service.keepTokens ? { tokens: call.tokens } : {}),
    bodyBytes: call.rawBody.length,
    ...notes,
    receivedAt,
    ...(answer === undefined ? {} : { status: answer.status }),
    ...(answer?.code === undefined ? {} : { code: answer.code }),
    ...(answer?.requestId === undefined ? {} : { requestId: answer.requestId }),
    ...(fault === undefined ? {} : { fault }),
    acted,
  });
}
