import {
  batchOf,
  checkMpaasRevoke,
  type MpaasRevokeInput,
  type MpaasSelector,
  type Revoker,
} from '@unpush/core';
import {
  MPAAS_OPERATIONS,
  type MpaasAnswer,
  type MpaasOperation,
  type MpaasOperations,
} from '@unpush/core/mpaas';
import { withRetry, type RetryPolicy } from '../retry/with-retry.ts';
import { refusal, type RefusalWords } from '../refusal/refusal.ts';
import { createTelemetry, type TelemetryOptions } from '../telemetry/telemetry.ts';
import type { Exchanged } from '../http/exchanged.ts';
import { exchange, type ExchangeContext } from './exchange.ts';
import { contextOf, revokerOn, type MpaasRevokerOptions } from './revoker.ts';
import { whatToDo } from './what-to-do.ts';

/** Options of {@link createMpaasClient}. */
export interface MpaasClientOptions extends Omit<MpaasRevokerOptions, 'telemetry'> {
  /** Spans and metrics of each exchange. Default: OpenTelemetry's global providers. */
  readonly telemetry?: TelemetryOptions;
  readonly retry?: RetryPolicy;
}

/** A call that was accepted. Of a revoke it does not say that the notification left a screen. */
export interface MpaasResult<O> {
  /** Alibaba Cloud's name for the exchange: quote it in a ticket. */
  readonly requestId?: string;
  readonly code: string;
  /** What the answer holds. */
  readonly value: O;
}

/** Options of one call. */
export interface MpaasCallOptions {
  readonly signal?: AbortSignal;
}

/**
 * Calls one operation, with repeats where the catalog advises them. What is not `repeatable`, as no push is, is never
 * sent again once an attempt may have been received.
 *
 * Rejects with `InvalidRequestError` (nothing was sent), `VendorError` (it was not accepted) or `NoAnswerError` (no
 * usable answer came; see its `mayHaveBeenReceived`), with what the provider of the access key rejects with, and with
 * the signal's reason when that aborts.
 */
export type MpaasCall<I, O> = (input: I, options?: MpaasCallOptions) => Promise<MpaasResult<O>>;

/** Every operation, by its name. */
export type MpaasCalls = {
  readonly [N in keyof MpaasOperations]: MpaasOperations[N] extends MpaasOperation<infer I, infer O>
    ? MpaasCall<I, O>
    : never;
};

/** Calls Message Push for one app. */
export interface MpaasClient extends MpaasCalls {
  /** Takes a message back from one target, or a task as a whole: `revokeMessage` or `revokeTask`, after a look at `sentAt`. */
  readonly revoke: MpaasCall<MpaasRevokeInput, undefined>;
  /** The port for recalls, on the same credential: one exchange at a time, no repeats. */
  readonly revoker: Revoker<MpaasSelector>;
}

/**
 * A client for one app of mPaaS Message Push.
 *
 * Throws `CredentialError` for an access key, `InvalidRequestError` for an app, region or endpoint, that cannot be.
 *
 * @see https://help.aliyun.com/document_detail/2871130.html
 *
 * @example
 * ```ts
 * const client = createMpaasClient({ accessKey: json, appId: 'ONEX570DA89211721', workspaceId: 'default', send });
 * await client.revoke({ messageId: '1578807462788', targetId: 'user1024' });
 * ```
 */
export function createMpaasClient(options: MpaasClientOptions): MpaasClient {
  const { retry = {}, random = Math.random } = options;
  const context = contextOf({ ...options, telemetry: createTelemetry(options.telemetry) });
  const calling = { context, retry, random };
  const operations: Readonly<Record<string, MpaasOperation<never, unknown>>> = MPAAS_OPERATIONS;
  const calls = Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, callOf(operation, calling)]),
    // Each name has the call of its own operation
  ) as unknown as MpaasCalls;
  return {
    ...calls,
    revoke: async (input, callOptions) => {
      const what = checkMpaasRevoke(input, context.clock.wall());
      return 'taskId' in what ? calls.revokeTask(what, callOptions) : calls.revokeMessage(what, callOptions);
    },
    revoker: revokerOn(context),
  };
}

interface Calling extends Required<Pick<MpaasClientOptions, 'retry' | 'random'>> {
  readonly context: ExchangeContext;
}

function callOf<I, O>(operation: MpaasOperation<I, O>, { context, retry, random }: Calling): MpaasCall<I, O> {
  return async (input, { signal } = {}) => {
    const request = operation.build(context.app, input);
    const revokedFrom = operation.revokedFrom?.(input);
    const tried = await withRetry<MpaasAnswer<O> & Exchanged>({
      ...retry,
      clock: context.clock,
      random,
      signal,
      repeatable: operation.repeatable,
      attempt: (stop) =>
        exchange(context, {
          request,
          read: (answer) => operation.read(answer, input),
          signal: stop,
          batch: revokedFrom && batchOf(revokedFrom),
        }),
      renewCredential: (refused) => context.credentials.renew(refused),
    });
    const { verdict, value } = tried.last;
    if (verdict.advice !== 'done') throw refusal(tried, wordsFor(operation));
    const { requestId, code = '' } = verdict;
    // What was accepted was read
    return { ...(requestId !== undefined && { requestId }), code, value: value as O };
  };
}

const wordsFor = ({ action, repeatable, revokedFrom }: MpaasOperation<never, unknown>): RefusalWords => ({
  vendor: 'mpaas',
  vendorName: 'mPaaS',
  call: action,
  nothingDone: 'Nothing was done.',
  repeatable,
  whatToDo: (verdict) => whatToDo(verdict, { repeatable, isRevoke: revokedFrom !== undefined }),
});
