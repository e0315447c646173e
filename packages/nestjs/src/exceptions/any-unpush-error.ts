import { UnpushError } from '@unpush/core';

/**
 * What the filter catches. Nest asks by `instanceof`, which copies of a package would not answer alike; so that it is
 * the mark that counts here as well, and every other exception is left to the other filters.
 */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- instanceof wants a class, and asks nothing more of it
export abstract class AnyUnpushError {
  static [Symbol.hasInstance](error: unknown): boolean {
    return UnpushError.isInstance(error);
  }
}
