import { LedgerError } from '@unpush/recall';

/** What is asked of an object. */
export interface ToAsk {
  /** Our own name of the app. */
  readonly app: string;
  /** Whether it changes nothing, so that it may be asked twice. */
  readonly isSafe: boolean;
  /** Asks by a stub of its own: one that has failed is of no more use. */
  readonly ask: () => Promise<Response>;
}

/**
 * Asks an object, and once more where that may help: the platform says so, and nothing is changed by it.
 *
 * Rejects with a `LedgerError` whose `problem` is `unreachable` where the object is out of reach, has too much to do,
 * or was ended while it answered.
 */
export async function askObject({ app, isSafe, ask }: ToAsk): Promise<Response> {
  try {
    return await ask().catch((error: unknown) => {
      if (isSafe && helpsToAskAgain(error)) return ask();
      throw error;
    });
  } catch (cause) {
    if (isOfItsOwn(cause)) throw cause;
    throw new LedgerError(`the object of app ${app} cannot be asked. Try again later.`, {
      problem: 'unreachable',
      cause,
    });
  }
}

/** The marks that the platform puts on errors: https://developers.cloudflare.com/durable-objects/best-practices/error-handling/ */
type Mark = 'remote' | 'retryable' | 'overloaded' | 'durableObjectReset';

const has = (error: unknown, mark: Mark): boolean =>
  typeof error === 'object' && error !== null && Reflect.get(error, mark) === true;

/** One that has too much to do is not to be asked the same again at once. */
const helpsToAskAgain = (error: unknown): boolean =>
  !has(error, 'overloaded') && (has(error, 'retryable') || has(error, 'durableObjectReset'));

/** The object was there, and its own code has failed: that does not pass. */
const isOfItsOwn = (error: unknown): boolean =>
  has(error, 'remote') &&
  !has(error, 'retryable') &&
  !has(error, 'overloaded') &&
  !has(error, 'durableObjectReset');
