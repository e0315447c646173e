import * as z from 'zod/mini';
import { inputObject } from '../../fields/input-object.ts';
import { textSchema } from '../../fields/text.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';
import { anyDeliveryTypeSchema, type DeliveryType } from '../../fields/delivery-type.ts';
import { pushImagesSchema, type PushImages } from '../../fields/images.ts';
import { liveActivitySchema, type LiveActivity } from './fields/live-activity.ts';
import { pushStyleSchema, type PushStyle } from '../../fields/push-action.ts';
import type { PushOptions } from './fields/push-options.ts';
import { pushOptionParameters, pushOptionsShape } from './fields/push-options-schema.ts';
import { pushSmsSchema, type PushSms } from './fields/sms.ts';
import { pushTargetsSchema, targetNames, type PushTargets } from './fields/targets.ts';
import { readPushed, type Pushed } from './pushed.ts';

/** A push with title and text of its own, to up to ten targets. */
export interface PushSimpleInput extends PushOptions {
  /** What the targets are (3009): a name or its number. */
  readonly deliveryType: DeliveryType | 1 | 2 | 3 | 5 | 6 | 7;
  /** Whom it is for, and the message's id for each: one to ten (3021, 3029). Keep both for a revoke. */
  readonly targets: PushTargets;
  /** Not empty (3024). Phone makers cut or refuse long ones, each at a length of its own. */
  readonly title: string;
  /** Not empty (3024). Phone makers cut or refuse long ones, each at a length of its own. */
  readonly content: string;
  /** `Uri`: what a tap opens, read as `pushAction` says. */
  readonly uri?: string;
  /** `PushStyle`: how it looks. */
  readonly pushStyle?: PushStyle | 0 | 1 | 2;
  /** `ImageUrls`: the large picture of the style `image-text`. */
  readonly imageUrls?: PushImages;
  /** `IconUrls`: the icon of the style `image-text`. */
  readonly iconUrls?: PushImages;
  /** A short message beside or instead of the push. */
  readonly sms?: PushSms;
  /** What it does to a Live Activity of iOS. */
  readonly liveActivity?: LiveActivity;
}

/**
 * `PushSimple`: pushes one message to up to ten targets. Never repeated after a lost answer: it would push twice.
 *
 * @see https://help.aliyun.com/document_detail/2871125.html
 */
export const pushSimple: MpaasOperation<PushSimpleInput, Pushed> = defineOperation({
  action: 'PushSimple',
  repeatable: false,
  envelope: 'push',
  input: inputObject({
    ...pushOptionsShape,
    deliveryType: anyDeliveryTypeSchema,
    targets: pushTargetsSchema,
    title: textSchema({ what: "the message's title (Title)", emptyCode: '3024' }),
    content: textSchema({ what: "the message's text (Content)", emptyCode: '3024' }),
    uri: z.optional(textSchema({ what: 'what a tap opens (Uri)' })),
    pushStyle: z.optional(pushStyleSchema),
    imageUrls: z.optional(pushImagesSchema),
    iconUrls: z.optional(pushImagesSchema),
    sms: z.optional(pushSmsSchema),
    liveActivity: z.optional(liveActivitySchema),
  }),
  parameters: (input) => ({
    ...pushOptionParameters(input),
    DeliveryType: input.deliveryType,
    TargetMsgkey: input.targets,
    Title: input.title,
    Content: input.content,
    Uri: input.uri,
    PushStyle: input.pushStyle,
    ImageUrls: input.imageUrls,
    IconUrls: input.iconUrls,
    ...input.sms,
    ...input.liveActivity,
  }),
  targets: ({ targets }) => targetNames(targets),
  output: readPushed,
});
