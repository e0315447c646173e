import { type Answer, bareAnswer } from '../serve/answer.ts';
import type { Judgement } from '../serve/visit.ts';
import type { Call } from './call.ts';
import { FlowControl } from './checks/quota.ts';
import type { Notes } from './operation.ts';
import { Refusal } from './refusal.ts';
import { revoke } from './revoke.ts';
import { send } from './send.ts';
import type { HuaweiWorld } from './world.ts';
import { businessAnswer, documentedMessage } from './write-answer.ts';

/** What the vendor would answer if nothing went wrong on the way. */
export async function judge(
  call: Call,
  world: HuaweiWorld,
  { requestId, notes }: { readonly requestId: string; readonly notes: Notes },
): Promise<Judgement> {
  if (call.method !== 'POST') return { answer: notFound(call), acted: false };
  try {
    const reply = await (call.operation === 'revoke' ? revoke : send)(call, world, notes);
    return { answer: businessAnswer(reply, requestId, world.behaviour), acted: isSuccess(reply.code) };
  } catch (error) {
    return { answer: answerTo(error, { call, world, requestId }), acted: false };
  }
}

function answerTo(
  error: unknown,
  {
    call,
    world,
    requestId,
  }: { readonly call: Call; readonly world: HuaweiWorld; readonly requestId: string },
): Answer {
  if (error instanceof Refusal) return businessAnswer(error, requestId, world.behaviour);
  if (error instanceof FlowControl) {
    const { body = 'empty', retryAfter } = error.quota;
    return bareAnswer({ status: 503, body, retryAfter });
  }
  // A bug of the emulator's. The vendor's words for one of its own, and a hint for whoever has to find it.
  const code = call.operation === 'revoke' ? '80000001' : '81000001';
  const message = `${documentedMessage(code, world.behaviour)} ${String(error)}`;
  return businessAnswer({ code, message }, requestId, world.behaviour);
}

function isSuccess(code: string): boolean {
  return ['80000000', '80100000', '80100020'].includes(code);
}

/** The vendor's table of HTTP statuses has no 405; its words for 404 are "check the request URI". */
function notFound({ method, path }: Call): Answer {
  const body = `unpush emulator: no such service: ${method} ${path}. Use POST.\n`;
  return { status: 404, contentType: 'text/plain', body };
}
