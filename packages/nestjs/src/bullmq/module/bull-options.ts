import { show } from '@unpush/core';
import type { ConnectionOptions } from 'bullmq';
import * as z from 'zod';
import { countField, optionsObject, textField, timeField } from '../../options/fields.ts';
import { UnpushOptionsError } from '../../options/options-error.ts';
import type { Timings } from '../queues/timings.ts';

/** Options of `UnpushBullModule.forRoot`. */
export interface UnpushBullOptions {
  /** Redis, as BullMQ takes it. Default: that of `BullModule.forRoot` of `@nestjs/bullmq`. */
  readonly connection?: ConnectionOptions;
  /** What the keys in Redis begin with. Default: that of `BullModule.forRoot`, or BullMQ's own, `bull`. */
  readonly prefix?: string;
  /**
   * What this process does. A `worker` starts and shows recalls, makes requests, and drives where nobody else does. A
   * `client` only starts and shows them: for an API that should stay quick. Default `worker`.
   */
  readonly role?: 'worker' | 'client';
  /** The most requests of an app that this process makes at once, from 1. Default 50. */
  readonly concurrency?: number;
  /** The times it goes by. */
  readonly timings?: Partial<Timings>;
}

const time = timeField();

const lockError = ({ input }: { readonly input?: unknown }): string =>
  `must be a time in milliseconds, 100 or more; got ${show(input)}`;

/** Shorter, and a busy process would lose its jobs. */
const lockField = z.number({ error: lockError }).min(100, { error: lockError });

const schema = optionsObject({
  connection: z
    .custom<ConnectionOptions>((given) => typeof given === 'object' && given !== null, {
      // Without the value: it may hold a password
      error: 'must be what BullMQ takes as its connection: options such as { host, port }, or a client',
    })
    .exactOptional(),
  prefix: textField('a text').exactOptional(),
  role: z
    .enum(['worker', 'client'], { error: ({ input }) => `must be "worker" or "client"; got ${show(input)}` })
    .exactOptional(),
  concurrency: countField({ least: 1 }).exactOptional(),
  timings: optionsObject({
    lockMs: lockField.exactOptional(),
    standByMs: time.exactOptional(),
    lookMs: time.exactOptional(),
    silenceMs: time.exactOptional(),
    requestMs: time.exactOptional(),
    graceMs: time.exactOptional(),
    redisPatienceMs: time.exactOptional(),
  }).exactOptional(),
});

/** Checks the options. Throws {@link UnpushOptionsError}, which names each path that is wrong. */
export function checkBullOptions(options: unknown): UnpushBullOptions {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  throw new UnpushOptionsError(
    result.error.issues.map(
      ({ path, message }) => `bullmq.${path.map(String).join('.') || 'options'}: ${message}`,
    ),
  );
}
