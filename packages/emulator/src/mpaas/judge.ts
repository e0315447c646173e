import type { Answer } from '../serve/answer.ts';
import type { Judgement } from '../serve/visit.ts';
import { gatewayMessage } from './answers/gateway-messages.ts';
import { SUCCESS, wordsOf } from './answers/messages.ts';
import { GatewayRefusal, OverQuota, ServiceRefusal } from './answers/refusals.ts';
import { type Address, gatewayAnswer, isServiceCode, serviceAnswer } from './answers/write-answer.ts';
import type { Call } from './call.ts';
import type { Notes } from './notes.ts';
import { passGateway } from './pass-gateway.ts';
import { serveAction } from './serve-action.ts';
import type { MpaasWorld } from './world.ts';

/** What the vendor would answer if nothing went wrong on the way. */
export async function judge(
  call: Call,
  world: MpaasWorld,
  { address, notes }: { readonly address: Address; readonly notes: Notes },
): Promise<Judgement> {
  const { behaviour } = world;
  try {
    const passed = await passGateway(call, world, notes);
    const outcome = { code: SUCCESS, message: 'success', fields: serveAction(call, passed, world) };
    return { answer: serviceAnswer(outcome, address, behaviour), acted: true };
  } catch (error) {
    return { answer: answerTo(error, address, world), acted: false };
  }
}

/** Writes a code where it belongs: the service's into the envelope of the operation, others as the gateway does. */
export function answerWithCode(
  refusal: {
    readonly code: string;
    readonly message?: string | undefined;
    readonly status?: number | undefined;
    readonly retryAfterMs?: number | undefined;
  },
  address: Address,
  { behaviour }: MpaasWorld,
): Answer {
  // ResultCode says OK where the table of the codes says 100.
  const code = refusal.code === 'OK' ? SUCCESS : refusal.code;
  if (!isServiceCode(code)) {
    return gatewayAnswer(
      { ...refusal, message: refusal.message ?? gatewayMessage(code) },
      address,
      behaviour,
    );
  }
  const message = refusal.message ?? wordsOf(code).message;
  const answer = serviceAnswer({ ...refusal, code, message, fields: {} }, address, behaviour);
  const { retryAfterMs } = refusal;
  return retryAfterMs === undefined
    ? answer
    : { ...answer, headers: { 'x-acs-retry-after': String(retryAfterMs) } };
}

function answerTo(error: unknown, address: Address, world: MpaasWorld): Answer {
  if (error instanceof OverQuota) {
    const { code, status, retryAfterMs } = error;
    return answerWithCode({ code, status, retryAfterMs }, address, world);
  }
  if (error instanceof GatewayRefusal || error instanceof ServiceRefusal) {
    return answerWithCode(error, address, world);
  }
  // A bug of the emulator's. The vendor's words for one of its own, and a hint for whoever has to find it.
  const message = `${wordsOf('9000').message} ${String(error)}`;
  return answerWithCode({ code: '9000', message, status: 500 }, address, world);
}
