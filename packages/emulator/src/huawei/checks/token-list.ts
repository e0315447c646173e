import type { Call } from '../call.ts';
import { Refusal, illegalPayload } from '../refusal.ts';

const MAX_TOKENS = 1000;

/** Only strings in a list. A list that is missing is one without tokens: the next check refuses it. */
export function checkTokenList(list: unknown): void {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list) || !list.every((token) => typeof token === 'string')) {
    throw illegalPayload('token must be an array of strings');
  }
}

/** From 1 to 1000 tokens. */
export function checkTokenCount({ tokens }: Call): void {
  if (tokens.length < 1 || tokens.length > MAX_TOKENS) {
    throw new Refusal('80300010', `token count should within 1 and ${MAX_TOKENS}.`);
  }
}
