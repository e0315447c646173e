import * as z from 'zod/mini';
import { show } from '../../../../display/show.ts';
import { inputObject } from '../../../fields/input-object.ts';
import { integerSchema } from '../../../fields/integer.ts';
import { isObject } from '../../../fields/text-map.ts';
import type { RpcParameters } from '../../../rpc/form.ts';

/** At once: what happens without a strategy too. */
export interface PushNow {
  readonly kind: 'now';
}

/** Once, at a time. */
export interface PushScheduled {
  readonly kind: 'scheduled';
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** Again and again within a stretch of time. */
export interface PushLoop {
  readonly kind: 'loop';
  /** When it begins, in milliseconds since 1970. */
  readonly startTime: number;
  /** When it ends, in milliseconds since 1970; not before it begins. */
  readonly endTime: number;
  /** The vendor's number of the kind of period (`circleType`). */
  readonly circleType: number;
  /** The days of the period, as the vendor numbers them (`circleValue`). */
  readonly circleValue: readonly number[];
  /** The time of the day, as `13:45:11`. */
  readonly time: string;
}

/** When a push happens. Not for crowds of mobile analysis or custom tags, which are pushed to at once only. */
export type PushStrategy = PushNow | PushScheduled | PushLoop;

const DAY_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

const loop = inputObject({
  kind: z.literal('loop'),
  startTime: integerSchema({ what: 'when the loop begins, in milliseconds since 1970' }),
  endTime: integerSchema({ what: 'when the loop ends, in milliseconds since 1970' }),
  circleType: integerSchema({ what: "the vendor's number of the kind of period" }),
  circleValue: z.array(integerSchema({ what: 'a day of the period, as the vendor numbers it' }), {
    error: ({ input }) => `must be an array of days, as the vendor numbers them, but is ${show(input)}`,
  }),
  time: z
    .string({ error: ({ input }) => `must be a time of the day such as "13:45:11", but is ${show(input)}` })
    .check(
      z.regex(DAY_TIME, {
        error: ({ input }) => `must be a time of the day such as "13:45:11", but is ${show(input)}`,
      }),
    ),
}).check(
  z.refine(({ startTime, endTime }) => startTime <= endTime, {
    path: ['endTime'],
    error: 'must not lie before startTime: check both, and their unit (milliseconds)',
  }),
);

const kinds = 'must be "now", "scheduled" or "loop"';

/** Takes a strategy, and gives its parameters. */
export const pushStrategySchema: z.ZodMiniType<RpcParameters> = z.pipe(
  z.discriminatedUnion(
    'kind',
    [
      inputObject({ kind: z.literal('now') }),
      inputObject({
        kind: z.literal('scheduled'),
        at: integerSchema({ what: 'when to push, in milliseconds since 1970' }),
      }),
      loop,
    ],
    {
      error: ({ input }) =>
        isObject(input) ? kinds : `must be { kind, … }, whose kind ${kinds}, but is ${show(input)}`,
    },
  ),
  z.transform((strategy) => parametersOf(strategy)),
);

function parametersOf(strategy: PushStrategy): RpcParameters {
  switch (strategy.kind) {
    case 'now':
      return { StrategyType: 0 };
    case 'scheduled':
      return { StrategyType: 1, StrategyContent: JSON.stringify({ fixedTime: strategy.at }) };
    case 'loop': {
      const { startTime, endTime, circleType, circleValue, time } = strategy;
      const content = { startTime, endTime, circleType, circleValue, time };
      return { StrategyType: 2, StrategyContent: JSON.stringify(content) };
    }
  }
}
