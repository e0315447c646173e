import * as z from 'zod/mini';
import { maskTarget } from '../../../../display/mask.ts';
import { show } from '../../../../display/show.ts';
import { codeParams } from '../../../fields/code-params.ts';
import { inputObject } from '../../../fields/input-object.ts';
import { isObject, jsonOfEntries, type TextEntry } from '../../../fields/text-map.ts';
import { idSchema } from '../../../fields/text.ts';
import { MPAAS_LIMITS } from '../../../limits.ts';

/** A target of a push, and the id that its message gets. */
export interface TargetedMessage {
  /** A device id, a user id, or what else the delivery type says. */
  readonly target: string;
  /** The sender's own id of the message, to be kept: with the target it is what a revoke asks for. */
  readonly messageId: string;
}

/** Whom a simple or template push is for: a list, or message ids by target. One to ten. */
export type PushTargets = readonly TargetedMessage[] | Readonly<Record<string, string>>;

/** The fields of a target, wherever it stands. */
export const targetShape = {
  target: idSchema({ what: 'a device or user (the target)', emptyCode: '3021', isTarget: true }),
  messageId: idSchema({ what: "the sender's own id of the message" }),
};

/** How many targets there may be. */
export interface TargetsLimit {
  readonly most: number;
  /** The vendor's code for more. */
  readonly code: string;
}

/** A list of at least one. */
export function targetListSchema<T extends z.ZodMiniType>(
  item: T,
  { most, code }: TargetsLimit,
): z.ZodMiniType<readonly z.output<T>[]> {
  const range = `must be 1 to ${most} targets`;
  return z
    .array(item, { error: ({ input }) => `${range}, each as { target, messageId }, but is ${show(input)}` })
    .check(
      z.refine((list) => list.length > 0, {
        error: `${range}, but is empty: give one`,
        ...codeParams('3021'),
      }),
      z.refine((list) => list.length <= most, {
        error: ({ input }) => `${range} a request, but are ${listLength(input)}: divide them`,
        ...codeParams(code),
      }),
    );
}

const listLength = (input: unknown): number => (Array.isArray(input) ? input.length : 0);

/** Takes targets as list or map, and gives the JSON of the map that `TargetMsgkey` wants. */
export const pushTargetsSchema: z.ZodMiniType<string> = z.pipe(
  z.transform((given) =>
    isObject(given) && !isOneTarget(given)
      ? Object.entries(given).map(([target, messageId]) => ({ target, messageId }))
      : given,
  ),
  z.pipe(
    targetListSchema(inputObject(targetShape), { most: MPAAS_LIMITS.targetsPerPush, code: '3029' }).check(
      ({ value, issues }) => {
        for (const target of repeated(value.map((one) => one.target))) {
          const message = `must name a target once, but names ${maskTarget(target)} twice: send it two requests`;
          issues.push({ code: 'custom', input: value, message });
        }
      },
    ),
    z.transform((list) => jsonOfEntries(list.map(({ target, messageId }): TextEntry => [target, messageId]))),
  ),
);

/** Meant as the only member of a list: as a map it would push to a user called "target". */
const isOneTarget = (given: object): boolean => 'target' in given && 'messageId' in given;

const repeated = (targets: readonly string[]): ReadonlySet<string> =>
  new Set(targets.filter((target, index) => targets.indexOf(target) !== index));

/** The targets of an input that was built into a request, whichever form they have. */
export function targetNames(given: unknown): readonly string[] {
  if (isObject(given)) return Object.keys(given);
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  return list.flatMap((one) => (isObject(one) && typeof one['target'] === 'string' ? [one['target']] : []));
}
