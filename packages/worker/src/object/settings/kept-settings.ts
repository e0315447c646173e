import { failureOf, type Malformed } from '@unpush/recall';
import type { KeptError } from '../../store/object-store.ts';

/** What is kept of a recall beside its facts, so that the object can go on with it. Nothing in it is secret. */
export interface KeptSettings {
  /** Our own name of the app. */
  readonly app: string;
  readonly batchSize?: number;
  readonly canary?: number;
  readonly giveUpAfterMs?: number;
  readonly keepGoing?: boolean;
  /** Whether the next session tries targets again that ended as `unknown`. */
  readonly retryUnknown?: boolean;
  /** Who has resumed it last, for the session that comes of it. */
  readonly askedBy?: { readonly by: string; readonly reason?: string };
  /** The error that ended the last session, where one did. */
  readonly error?: KeptError;
  /** The first ten pieces of the list that are no targets, masked. */
  readonly firstMalformed?: readonly Malformed[];
}

/** An error that is kept, as it happens now. */
export const keptError = (error: unknown): KeptError => ({
  at: new Date().toISOString(),
  message: failureOf(error),
});

/** As the store takes them. */
export const toSettings = (kept: KeptSettings): Readonly<Record<string, unknown>> => ({ ...kept });

/** What was kept. Nobody but an object writes into its storage. */
export const keptIn = (settings: Readonly<Record<string, unknown>>): KeptSettings =>
  // The cast: what the function above made
  settings as unknown as KeptSettings;
