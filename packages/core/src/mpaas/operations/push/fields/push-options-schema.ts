import * as z from 'zod/mini';
import { show } from '../../../../display/show.ts';
import { integerSchema } from '../../../fields/integer.ts';
import { jsonObjectSchema } from '../../../fields/json-object.ts';
import { namedSchema } from '../../../fields/named.ts';
import { idSchema, textSchema } from '../../../fields/text.ts';
import { yesOrNoSchema } from '../../../fields/yes-or-no.ts';
import { MPAAS_LIMITS } from '../../../limits.ts';
import type { RpcParameters } from '../../../rpc/form.ts';
import { extendedParamsSchema } from './extended-params.ts';
import { pushActionSchema } from '../../../fields/push-action.ts';
import { pushStrategySchema } from './strategy.ts';
import { transparentMessageSchema } from './transparent-message.ts';

const channel = (what: string) => z.optional(idSchema({ what }));
const byMaker = (what: string) => z.optional(jsonObjectSchema(`${what}, by phone maker`));

/** The fields of `PushOptions`. */
export const pushOptionsShape = {
  taskName: textSchema({ what: "the push's name (TaskName)", emptyCode: '3019' }),
  expiredSeconds: integerSchema({
    what: 'how long the message lives, in seconds (ExpiredSeconds)',
    code: '3020',
  }),
  extendedParams: z.optional(extendedParamsSchema({ most: MPAAS_LIMITS.extendedParams, code: '3035' })),
  pushAction: z.optional(pushActionSchema),
  silent: z.optional(yesOrNoSchema('whether the push is silent (Silent)')),
  notifyType: z.optional(
    z.enum(['transparent', 'notify'], {
      error: ({ input }) =>
        `must be "transparent" (Message Push's own channel) or "notify" (the default one), but is ${show(input)}`,
    }),
  ),
  strategy: z.optional(pushStrategySchema),
  classification: z.optional(
    namedSchema({
      what: "the message's kind to vivo (Classification)",
      numbers: { operational: 0, system: 1 },
    }),
  ),
  channelId: channel('a notification channel of Android (ChannelId)'),
  miChannelId: channel('a notification channel of Xiaomi (MiChannelId)'),
  notifyLevel: byMaker('levels (NotifyLevel)'),
  thirdChannelCategory: byMaker('categories (ThirdChannelCategory)'),
  transparentMessage: z.optional(transparentMessageSchema),
  vendorTemplate: z.optional(textSchema({ what: "a phone maker's template (VendorTemplate)" })),
};

/** What {@link pushOptionsShape} makes of the fields. */
type CheckedOptions = z.output<z.ZodMiniObject<typeof pushOptionsShape>>;

/** The parameters of `PushOptions`. */
export function pushOptionParameters(options: CheckedOptions): RpcParameters {
  return {
    TaskName: options.taskName,
    ExpiredSeconds: options.expiredSeconds,
    ExtendedParams: options.extendedParams,
    PushAction: options.pushAction,
    Silent: options.silent,
    NotifyType: options.notifyType,
    ...options.strategy,
    Classification: options.classification,
    ChannelId: options.channelId,
    MiChannelId: options.miChannelId,
    NotifyLevel: options.notifyLevel,
    ThirdChannelCategory: options.thirdChannelCategory,
    ...options.transparentMessage,
    VendorTemplate: options.vendorTemplate,
  };
}
