import * as z from 'zod/mini';
import { codeParams } from '../../../fields/code-params.ts';
import { inputObject } from '../../../fields/input-object.ts';
import { integerSchema } from '../../../fields/integer.ts';
import { namedSchema } from '../../../fields/named.ts';
import type { RpcParameters } from '../../../rpc/form.ts';

/** Devices with a user bound to them, all, or those from which the user was unbound. */
export type PushStatus = 'bound' | 'all' | 'unbound';

/** How long ago a user was bound or unbound at most. */
export type BindPeriod = '7-days' | '15-days' | '60-days' | 'forever';

/** Which channel of Android: Message Push's own, or the default one. */
export type AndroidChannel = 'self-built' | 'default';

/** A stretch of time, in milliseconds since 1970. */
export interface TimeRange {
  readonly from: number;
  /** Not before `from` (8018). */
  readonly until: number;
}

/** Which devices a broadcast reaches. */
export interface BroadcastAudience {
  /** `PushStatus`. Default: `bound`. */
  readonly pushStatus?: PushStatus | 0 | 1 | 2;
  /** `BindPeriod`: of bound users. The page requires it for `bound`, and says that finance regions do not have it. */
  readonly bindPeriod?: BindPeriod | 1 | 2 | 3 | 4;
  /** `UnBindPeriod`: of unbound users. `all` and `unbound` need it or `unboundBetween` (3051, 3052). */
  readonly unbindPeriod?: BindPeriod | 1 | 2 | 3 | 4;
  /** `TimeMode`: the vendor's number of how the two stretches of time are meant. */
  readonly timeMode?: number;
  /** `BindStartTime` and `BindEndTime`. */
  readonly boundBetween?: TimeRange;
  /** `UnBindStartTime` and `UnBindEndTime`. */
  readonly unboundBetween?: TimeRange;
  /** `AndroidChannel` (3057): `self-built` cannot reach `all` (3053). */
  readonly androidChannel?: AndroidChannel | 1 | 2;
}

const PUSH_STATUSES = { bound: 0, all: 1, unbound: 2 } as const satisfies Record<PushStatus, number>;
const PERIODS = { '7-days': 1, '15-days': 2, '60-days': 3, forever: 4 } as const satisfies Record<
  BindPeriod,
  number
>;
const CHANNELS = { 'self-built': 1, default: 2 } as const satisfies Record<AndroidChannel, number>;

const time = (what: string) => integerSchema({ what: `${what}, in milliseconds since 1970`, code: '8018' });

const range = inputObject({ from: time('when it begins'), until: time('when it ends') }).check(
  z.refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'must not lie before "from": check both, and their unit',
    ...codeParams('8018'),
  }),
);

/** The fields of {@link BroadcastAudience}. */
export const audienceShape = {
  pushStatus: z.optional(namedSchema({ what: 'which devices (PushStatus)', numbers: PUSH_STATUSES })),
  bindPeriod: z.optional(namedSchema({ what: 'how long ago bound at most (BindPeriod)', numbers: PERIODS })),
  unbindPeriod: z.optional(
    namedSchema({
      what: 'how long ago unbound at most (UnBindPeriod)',
      numbers: PERIODS,
      code: '3052',
    }),
  ),
  timeMode: z.optional(integerSchema({ what: "the vendor's number of a mode (TimeMode)" })),
  boundBetween: z.optional(range),
  unboundBetween: z.optional(range),
  androidChannel: z.optional(
    namedSchema({
      what: 'a channel of Android (AndroidChannel)',
      numbers: CHANNELS,
      code: '3057',
    }),
  ),
};

/** What {@link audienceShape} makes of the fields. */
type CheckedAudience = z.output<z.ZodMiniObject<typeof audienceShape>>;

/** Which fields do not go together. */
export function checkAudience({ value, issues }: z.core.ParsePayload<CheckedAudience>): void {
  const { pushStatus = PUSH_STATUSES.bound, unbindPeriod, unboundBetween, androidChannel } = value;
  if (pushStatus !== PUSH_STATUSES.bound && unbindPeriod === undefined && unboundBetween === undefined) {
    const message =
      'must say how long ago unbound at most (UnBindPeriod) where pushStatus is "all" or "unbound"';
    issues.push({ code: 'custom', input: value, path: ['unbindPeriod'], message, ...codeParams('3051') });
  }
  if (pushStatus === PUSH_STATUSES.all && androidChannel === CHANNELS['self-built']) {
    const message = 'must not be "self-built" where pushStatus is "all": leave one of the two out';
    issues.push({ code: 'custom', input: value, path: ['androidChannel'], message, ...codeParams('3053') });
  }
}

/** The parameters of {@link BroadcastAudience}. */
export function audienceParameters(audience: CheckedAudience): RpcParameters {
  return {
    PushStatus: audience.pushStatus,
    BindPeriod: audience.bindPeriod,
    UnBindPeriod: audience.unbindPeriod,
    TimeMode: audience.timeMode,
    BindStartTime: audience.boundBetween?.from,
    BindEndTime: audience.boundBetween?.until,
    UnBindStartTime: audience.unboundBetween?.from,
    UnBindEndTime: audience.unboundBetween?.until,
    AndroidChannel: audience.androidChannel,
  };
}
