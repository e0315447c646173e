import type { EmulatorClock } from '../clock.ts';
import type { Exchange } from '../exchange.ts';
import type { FaultScript } from '../faults/fault-script.ts';
import type { RequestLog } from '../world/request-log.ts';
import { type Ending, endingOf, exchangeOf, lets } from './ending.ts';
import type { Judgement, Visit } from './visit.ts';

/** What every request passes through, whichever vendor it is for. */
export interface Counter {
  readonly clock: EmulatorClock;
  readonly faults: FaultScript;
  readonly requests: RequestLog;
}

/** For a fault that comes before anything is done; nobody sees this answer. */
const UNTOUCHED: Judgement = { answer: { status: 500, body: '' }, acted: false };

/** Lets a request be judged, plays the fault that the script holds for it, and keeps a record. */
export async function serve(visit: Visit, counter: Counter, signal: AbortSignal): Promise<Exchange> {
  const { clock, faults, requests } = counter;
  const receivedAt = clock.wall();
  const { final, latencyMs, clockOffsetMs } = faults.plan(visit.subject);
  const serverTime = receivedAt + clockOffsetMs;
  const { answer, acted } = lets(final) ? await visit.judge(serverTime) : UNTOUCHED;
  const ending: Ending =
    final === undefined ? { kind: 'response', answer } : endingOf(final, answer, visit.answerWith);
  requests.add({
    ...visit.facts(),
    receivedAt,
    ...seen(ending),
    ...(final === undefined ? {} : { fault: final.type }),
    acted,
  });
  if (latencyMs > 0) await clock.sleep(latencyMs, signal);
  return exchangeOf(ending, serverTime);
}

function seen(ending: Ending): {
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
} {
  if (ending.kind !== 'response' && ending.kind !== 'cut') return {};
  const { status, code, requestId } = ending.answer;
  return {
    status,
    ...(code === undefined ? {} : { code }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
