import type { MpaasBody } from '../../answers/answer-body.ts';
import { fieldsOf, present, textOf } from '../../answers/read-values.ts';

/** Whether the self-built channel of an Android device is connected; of other devices it is `unknown`. */
export type DeviceStatus = 'online' | 'offline' | 'unknown';

/** What Message Push knows of a device. A field that the answer lacks, or that cannot be read, is absent. */
export interface DeviceState {
  /** The user that is bound to it. */
  readonly userId?: string;
  readonly deviceId?: string;
  /** The token of Message Push's own channel. */
  readonly deliveryToken?: string;
  /** The token of the phone maker's channel. */
  readonly thirdToken?: string;
  /** `android`, `ios` or `harmonyos`. */
  readonly platform?: string;
  /** `unknown`, `android`, `ios`, `miui`, `hms`, `fcm`, `oppo`, `vivo`, `honor` or `harmonyos`. */
  readonly manufacturer?: string;
  /** `Statue`, as the vendor spells it. */
  readonly status?: DeviceStatus;
}

/** `UNKNOW` is how the vendor's page has it. */
const STATUSES: ReadonlyMap<string | undefined, DeviceStatus> = new Map([
  ['ONLINE', 'online'],
  ['OFFLINE', 'offline'],
  ['UNKNOW', 'unknown'],
  ['UNKNOWN', 'unknown'],
]);

/** Reads a device's state, whether it is an object or its JSON. */
export function readDeviceState({ data }: MpaasBody): DeviceState {
  const fields = fieldsOf(data);
  return present({
    userId: textOf(fields['userid']),
    deviceId: textOf(fields['deviceid']),
    deliveryToken: textOf(fields['deliverytoken']),
    thirdToken: textOf(fields['thirdtoken']),
    platform: textOf(fields['platform']),
    manufacturer: textOf(fields['manufacturer']),
    status: STATUSES.get((textOf(fields['statue']) ?? textOf(fields['status']))?.toUpperCase()),
  });
}
