import * as z from 'zod/mini';
import { codeParams } from '../../fields/code-params.ts';
import { inputObject } from '../../fields/input-object.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';
import {
  audienceParameters,
  audienceShape,
  checkAudience,
  type BroadcastAudience,
} from './fields/audience.ts';
import { DELIVERY_TYPES, deliveryTypeSchema, type DeliveryType } from '../../fields/delivery-type.ts';
import type { PushOptions } from './fields/push-options.ts';
import { pushOptionParameters, pushOptionsShape } from './fields/push-options-schema.ts';
import { targetShape } from './fields/targets.ts';
import { filledTemplateShape, type FilledTemplate } from './fields/template.ts';
import { readPushed, type Pushed } from './pushed.ts';

/** A push of one template to all devices of a kind. */
export interface PushBroadcastInput extends PushOptions, FilledTemplate, BroadcastAudience {
  /** Which devices: a name or its number (3009). A broadcast is by device, never by user (3030). */
  readonly deliveryType: Extract<DeliveryType, 'android' | 'ios' | 'harmonyos'> | 1 | 2 | 7;
  /** `Msgkey`: the sender's own id of the message. */
  readonly messageId: string;
}

/** By users there is no broadcast, and the vendor has a code for just that. */
const deliveryType = z.pipe(
  z.unknown().check(
    z.refine((given) => given !== 'user' && given !== DELIVERY_TYPES.user, {
      error: 'must be devices (DeliveryType): a broadcast by user does not exist. Use pushMultiple for users',
      abort: true,
      ...codeParams('3030'),
    }),
  ),
  deliveryTypeSchema(['android', 'ios', 'harmonyos']),
);

/**
 * `PushBroadcast`: pushes a template to all devices of a kind. It is revoked by the task's id. Never repeated after a
 * lost answer.
 *
 * @see https://help.aliyun.com/document_detail/2871129.html
 */
export const pushBroadcast: MpaasOperation<PushBroadcastInput, Pushed> = defineOperation({
  action: 'PushBroadcast',
  repeatable: false,
  envelope: 'push',
  input: inputObject({
    ...pushOptionsShape,
    ...filledTemplateShape,
    ...audienceShape,
    deliveryType,
    messageId: targetShape.messageId,
  }).check(checkAudience),
  parameters: (input) => ({
    ...pushOptionParameters(input),
    ...audienceParameters(input),
    TemplateName: input.templateName,
    TemplateKeyValue: input.templateParams,
    DeliveryType: input.deliveryType,
    Msgkey: input.messageId,
  }),
  output: readPushed,
});
