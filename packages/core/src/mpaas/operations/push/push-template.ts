import * as z from 'zod/mini';
import { inputObject } from '../../fields/input-object.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';
import { anyDeliveryTypeSchema, type DeliveryType } from '../../fields/delivery-type.ts';
import { liveActivitySchema, type LiveActivity } from './fields/live-activity.ts';
import type { PushOptions } from './fields/push-options.ts';
import { pushOptionParameters, pushOptionsShape } from './fields/push-options-schema.ts';
import { pushSmsSchema, type PushSms } from './fields/sms.ts';
import { pushTargetsSchema, targetNames, type PushTargets } from './fields/targets.ts';
import { filledTemplateShape, type FilledTemplate } from './fields/template.ts';
import { readPushed, type Pushed } from './pushed.ts';

/** A push whose title and text come from a template, to up to ten targets. */
export interface PushTemplateInput extends PushOptions, FilledTemplate {
  /** What the targets are (3009): a name or its number. */
  readonly deliveryType: DeliveryType | 1 | 2 | 3 | 5 | 6 | 7;
  /** Whom it is for, and the message's id for each: one to ten (3021, 3029). Keep both for a revoke. */
  readonly targets: PushTargets;
  /** A short message beside or instead of the push. */
  readonly sms?: PushSms;
  /** What it does to a Live Activity of iOS. */
  readonly liveActivity?: LiveActivity;
}

/**
 * `PushTemplate`: pushes one message made of a template to up to ten targets. Never repeated after a lost answer.
 *
 * @see https://help.aliyun.com/document_detail/2871127.html
 */
export const pushTemplate: MpaasOperation<PushTemplateInput, Pushed> = defineOperation({
  action: 'PushTemplate',
  repeatable: false,
  envelope: 'push',
  input: inputObject({
    ...pushOptionsShape,
    ...filledTemplateShape,
    deliveryType: anyDeliveryTypeSchema,
    targets: pushTargetsSchema,
    sms: z.optional(pushSmsSchema),
    liveActivity: z.optional(liveActivitySchema),
  }),
  parameters: (input) => ({
    ...pushOptionParameters(input),
    TemplateName: input.templateName,
    TemplateKeyValue: input.templateParams,
    DeliveryType: input.deliveryType,
    TargetMsgkey: input.targets,
    ...input.sms,
    ...input.liveActivity,
  }),
  targets: ({ targets }) => targetNames(targets),
  output: readPushed,
});
