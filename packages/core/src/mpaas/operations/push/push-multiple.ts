import * as z from 'zod/mini';
import { inputObject } from '../../fields/input-object.ts';
import { MPAAS_LIMITS } from '../../limits.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';
import { deliveryTypeSchema, type DeliveryType } from '../../fields/delivery-type.ts';
import { extendedParamsSchema } from './fields/extended-params.ts';
import { liveActivitySchema, type LiveActivity } from './fields/live-activity.ts';
import type { PushOptions } from './fields/push-options.ts';
import { pushOptionParameters, pushOptionsShape } from './fields/push-options-schema.ts';
import { targetListSchema, targetNames, targetShape, type TargetedMessage } from './fields/targets.ts';
import { filledTemplateShape, templateParamsSchema } from './fields/template.ts';
import { readPushed, type Pushed } from './pushed.ts';

/** A target of a batch push, with what is its own in the message. */
export interface PushMultipleTarget extends TargetedMessage {
  /** A text for each placeholder of the template. */
  readonly templateParams?: Readonly<Record<string, string>>;
  /** Reach the app with this target's message. Fewer than ten (3049); the keys are bound as those of the push are. */
  readonly extendedParams?: Readonly<Record<string, string>>;
}

/** A push of one template, filled in for each of up to a hundred targets. */
export interface PushMultipleInput extends PushOptions {
  /** What the targets are (3009): a name or its number. */
  readonly deliveryType: Extract<DeliveryType, 'android' | 'ios' | 'user' | 'harmonyos'> | 1 | 2 | 3 | 7;
  /** One to a hundred (3021, 3055). */
  readonly targets: readonly PushMultipleTarget[];
  /** `TemplateName`: the name of a template of this app (3025). */
  readonly templateName: string;
  /** What it does to a Live Activity of iOS. */
  readonly liveActivity?: LiveActivity;
}

const target = inputObject({
  ...targetShape,
  templateParams: z.optional(templateParamsSchema),
  extendedParams: z.optional(extendedParamsSchema({ most: MPAAS_LIMITS.innerExtendedParams, code: '3049' })),
});

/**
 * `PushMultiple`: pushes a template to up to a hundred targets, to each in its own words. It is revoked by the task's
 * id. Never repeated after a lost answer.
 *
 * @see https://help.aliyun.com/document_detail/2871128.html
 */
export const pushMultiple: MpaasOperation<PushMultipleInput, Pushed> = defineOperation({
  action: 'PushMultiple',
  repeatable: false,
  envelope: 'push',
  input: inputObject({
    ...pushOptionsShape,
    deliveryType: deliveryTypeSchema(['android', 'ios', 'user', 'harmonyos']),
    targets: targetListSchema(target, { most: MPAAS_LIMITS.targetsPerBatch, code: '3055' }),
    templateName: filledTemplateShape.templateName,
    liveActivity: z.optional(liveActivitySchema),
  }),
  parameters: (input) => ({
    ...pushOptionParameters(input),
    TemplateName: input.templateName,
    DeliveryType: input.deliveryType,
    TargetMsg: input.targets.map((one) => ({
      Target: one.target,
      MsgKey: one.messageId,
      TemplateKeyValue: one.templateParams,
      ExtendedParams: one.extendedParams,
    })),
    ...input.liveActivity,
  }),
  targets: ({ targets }) => targetNames(targets),
  output: readPushed,
});
