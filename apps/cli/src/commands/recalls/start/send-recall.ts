import type { TargetSource } from '@unpush/recall';
import { recallIn, type Gateway } from '../../../gateway/client/open-gateway.ts';
import { GatewayError, isInDoubt } from '../../../gateway/gateway-error.ts';
import { createPatience, type Perseverance } from '../../../gateway/persevere.ts';
import { lengthOf, partsOf } from '../../../gateway/upload/parts.ts';
import { sendList } from '../../../gateway/upload/send-list.ts';
import type { Sent } from '../../../gateway/upload/upload.ts';
import { renderError } from '../../../errors/render-error.ts';
import { formatCount } from '../../../terminal/numbers.ts';
import { quote } from '../../../terminal/quote.ts';
import type { Terminal } from '../../../terminal/terminal.ts';
import type { StartRequest } from './start-request.ts';

/** A recall that is to be begun. */
export interface ToSend {
  readonly gateway: Gateway;
  readonly request: StartRequest;
  readonly source: TargetSource;
}

/**
 * Sends a recall to the gateway; gives it as it was begun, or nothing where only a part of its list is there, or nobody
 * knows whether it was begun, which is told. Throws {@link GatewayError} where nothing was begun.
 */
export async function sendRecall(
  { gateway, request, source }: ToSend,
  { terminal, signal }: { readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<Sent | undefined> {
  const say = (words: string): void => void terminal.stderr.write(`${words}\n`);
  const perseverance = { signal, say };
  const { idempotencyKey, choices, selector, onlyTarget } = request;
  let begun: string | undefined;
  // Before the first byte: whatever happens then, it is what keeps a second try from being a second recall
  say(`Its idempotency key: ${idempotencyKey}`);
  try {
    if (onlyTarget !== undefined) return await sendWhole({ gateway, request, source }, perseverance);
    return await sendList({
      gateway,
      query: { ...selector, ...choices },
      idempotencyKey,
      parts: partsOf(source, { signal }),
      length: await lengthOf(source, signal),
      perseverance,
      onProgress({ recallId, bytes }) {
        if (begun === undefined) say(`Recall ${recallId}`);
        begun = recallId;
        say(`Sent ${formatCount(bytes)} bytes of the list.`);
      },
    });
  } catch (error) {
    if (!signal.aborted && !GatewayError.isInstance(error)) throw error;
    if (!signal.aborted && begun === undefined && !isInDoubt(error)) throw error;
    if (!signal.aborted) renderError(error, terminal);
    if (begun !== undefined && isInTheWay(error)) tellSecond(gateway, begun, say);
    else tellBroken({ gateway, begun, idempotencyKey }, say);
    return undefined;
  }
}

const isInTheWay = (error: unknown): boolean =>
  GatewayError.isInstance(error) && error.facts.kind === 'recall-exists';

/** The list is there, and no recall is made of it: another one of the same notification was faster. */
function tellSecond({ commands }: Gateway, begun: string, say: (words: string) => void): void {
  say(
    `The list of recall ${begun} is complete at the gateway, and waits: nothing of it was sent to the vendor.`,
  );
  say(`Begin it all the same: ${commands.resume(begun)} --again`);
  say(`Drop it:               ${commands.forget(begun)}`);
}

function tellBroken(
  {
    gateway: { commands },
    begun,
    idempotencyKey,
  }: Pick<ToSend, 'gateway'> & { readonly begun: string | undefined; readonly idempotencyKey: string },
  say: (words: string) => void,
): void {
  say(
    begun === undefined
      ? 'Nobody here knows whether the recall was begun: the gateway may have the whole list, and then goes on with it.'
      : `The list of recall ${begun} is not complete at the gateway: nothing was sent to the vendor.`,
  );
  say(`Begin it again, once only: the same command with --idempotency-key ${quote(idempotencyKey)}`);
  if (begun === undefined) say(`See whether it is there: ${commands.list}`);
  else say(`Drop it: ${commands.forget(begun)}`);
}

/** A notification that is taken back by its id alone has no list. */
async function sendWhole(
  { gateway, request: { selector, choices, idempotencyKey } }: ToSend,
  perseverance: Perseverance,
): Promise<Sent> {
  const patience = createPatience(perseverance);
  for (;;) {
    try {
      const answer = recallIn(
        await gateway.api.POST('/v1/apps/{app}/recalls', {
          params: { path: { app: gateway.app }, header: { 'Idempotency-Key': idempotencyKey } },
          body: { selector, ...choices },
          signal: perseverance.signal,
        }),
        gateway,
      );
      return { recallId: answer.recallId, answer };
    } catch (error) {
      await patience.wait(error);
    }
  }
}
