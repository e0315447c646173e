import * as z from 'zod';
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

const channel = (what: string) => idSchema({ what }).optional();
const byMaker = (what: string) => jsonObjectSchema(`${what}, by phone maker`).optional();

/** The fields of `PushOptions`. */
export const pushOptionsShape = {
  taskName: textSchema({ what: "the push's name (TaskName)", emptyCode: '3019' }),
  expiredSeconds: integerSchema({
    what: 'how long the message lives, in seconds (ExpiredSeconds)',
    code: '3020',
  }),
  extendedParams: extendedParamsSchema({ most: MPAAS_LIMITS.extendedParams, code: '3035' }).optional(),
  pushAction: pushActionSchema.optional(),
  silent: yesOrNoSchema('whether the push is silent (Silent)').optional(),
  notifyType: z
    .enum(['transparent', 'notify'], {
      error: ({ input }) =>
        `must be "transparent" (Message Push's own channel) or "notify" (the default one), but is ${show(input)}`,
    })
    .optional(),
  strategy: pushStrategySchema.optional(),
  classification: namedSchema({
    what: "the message's kind to vivo (Classification)",
    numbers: { operational: 0, system: 1 },
  }).optional(),
  channelId: channel('a notification channel of Android (ChannelId)'),
  miChannelId: channel('a notification channel of Xiaomi (MiChannelId)'),
  notifyLevel: byMaker('levels (NotifyLevel)'),
  thirdChannelCategory: byMaker('categories (ThirdChannelCategory)'),
  transparentMessage: transparentMessageSchema.optional(),
  vendorTemplate: textSchema({ what: "a phone maker's template (VendorTemplate)" }).optional(),
};

/** What {@link pushOptionsShape} makes of the fields. */
type CheckedOptions = z.output<z.ZodObject<typeof pushOptionsShape>>;

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
