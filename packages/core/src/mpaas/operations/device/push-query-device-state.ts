import { inputObject } from '../../fields/input-object.ts';
import { namedSchema } from '../../fields/named.ts';
import { idSchema } from '../../fields/text.ts';
import { defineOperation, type MpaasOperation } from '../operation.ts';
import { readDeviceState, type DeviceState } from './device-state.ts';

/** What a target of a query is. */
export type QueryTargetType = 'device' | 'user';

/** Whose state to look up. */
export interface PushQueryDeviceStateInput {
  /** `TargetType`: a name or its number. */
  readonly targetType: QueryTargetType | 1 | 2;
  /** A device id or a user id, as `targetType` says (3021). */
  readonly target: string;
}

/**
 * `PushQueryDeviceState`: what Message Push knows of a device, or of a user's.
 *
 * @see https://help.aliyun.com/document_detail/2926886.html
 */
export const pushQueryDeviceState: MpaasOperation<PushQueryDeviceStateInput, DeviceState> = defineOperation({
  action: 'PushQueryDeviceState',
  repeatable: true,
  needsTenant: true,
  envelope: 'flat',
  input: inputObject({
    targetType: namedSchema({ what: 'what the target is (TargetType)', numbers: { device: 1, user: 2 } }),
    target: idSchema({ what: 'a device or user (Target)', emptyCode: '3021', isTarget: true }),
  }),
  parameters: ({ targetType, target }) => ({ TargetType: targetType, Target: target }),
  targets: ({ target }) => [target],
  output: readDeviceState,
});
