import * as z from 'zod';
import { ServiceRefusal } from '../../../answers/refusals.ts';
import type { Parameters } from '../../../parameters.ts';
import { parseObject } from '../../../targets.ts';
import { MOST_TIMES, loopTimes } from './loop-times.ts';

/** When a push is sent. */
export interface Strategy {
  /** 0 now, 1 once, 2 in a loop. */
  readonly type: 0 | 1 | 2;
  /** Milliseconds since 1970; of 0 none. */
  readonly times: readonly number[];
}

const time = z.int().min(0);
const once = z.looseObject({ fixedTime: time });
const loop = z.looseObject({
  startTime: time,
  endTime: time,
  circleType: z.literal([1, 2, 3]),
  circleValue: z.array(z.int()).default([]),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/),
});

/** `StrategyType`, and `StrategyContent` where it is not 0. */
export function readStrategy(parameters: Parameters): Strategy {
  const type = parameters.integer('StrategyType') ?? 0;
  if (type === 0) return { type, times: [] };
  const content = parseObject(parameters.text('StrategyContent'));
  if (type === 1) return { type, times: [read(once, content).fixedTime] };
  if (type !== 2) throw new ServiceRefusal('3028', 'StrategyType must be 0, 1 or 2.');
  const times = loopTimes(read(loop, content));
  if (times.length === 0 || times.length > MOST_TIMES) {
    throw new ServiceRefusal('3028', `The loop must come by from 1 to ${MOST_TIMES} times.`);
  }
  return { type, times };
}

function read<T>(schema: z.ZodType<T>, content: unknown): T {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = ['StrategyContent', ...(issue?.path ?? [])].join('.');
  throw new ServiceRefusal('3028', `${where}: ${issue?.message ?? 'not of the documented shape'}`);
}
