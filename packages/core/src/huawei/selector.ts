import * as z from 'zod/mini';
import { show } from '../display/show.ts';
import { inEnglish } from '../errors/in-english.ts';
import { HUAWEI_LIMITS } from './limits.ts';

/** What kind of message is to be taken back: the names of Huawei's push types 0 and 2. */
export type HuaweiPushType = 'notification' | 'extension';

/** The push types that can be revoked, as the `push-type` header carries them. */
export const HUAWEI_PUSH_TYPES = { notification: 0, extension: 2 } as const satisfies Record<
  HuaweiPushType,
  number
>;

/** Which notification to take back from Huawei's phones. */
export interface HuaweiSelector {
  /** The notifyId the message was sent with: an integer from 0 to 2147483647. */
  readonly notifyId: number;
  readonly pushType: HuaweiPushType;
}

const { min, max } = HUAWEI_LIMITS.notifyId;

const notifyId = z
  .int({ error: ({ input }) => `must be an integer from ${min} to ${max}, but is ${show(input)}` })
  .check(
    z.gte(min, { error: ({ input }) => `must be ${min} or more, but is ${show(input)}` }),
    z.lte(max, { error: ({ input }) => `must be ${max} or less, but is ${show(input)}` }),
  );

const byNumber = new Map<unknown, HuaweiPushType>([
  [HUAWEI_PUSH_TYPES.notification, 'notification'],
  [HUAWEI_PUSH_TYPES.extension, 'extension'],
]);

const pushType = z.pipe(
  z.transform((given) => byNumber.get(given) ?? given),
  z.enum(['notification', 'extension'], {
    error: ({ input }) =>
      `must be "notification" (0) or "extension" (2), the two types that can be revoked, but is ${show(input)}`,
  }),
);

/** Checks a selector; takes the push type by name or by its number. */
export const huaweiSelectorSchema = z.strictObject(
  { notifyId, pushType: z._default(pushType, 'notification') },
  { error: inEnglish },
);
