import { ServiceRefusal } from '../../../answers/refusals.ts';
import type { Parameters } from '../../../parameters.ts';
import type { Platform } from '../../../store/phones/channels.ts';
import type { Addressing } from '../../../store/pushes/sent.ts';

/** What kind of id a push names its targets by. */
export interface DeliveryType {
  readonly number: number;
  readonly addressing: Addressing;
  /** Of ids of devices. */
  readonly platform?: Platform;
}

const DEVICES: Readonly<Record<number, Platform>> = { 1: 'android', 2: 'ios', 7: 'harmonyos' };
const USER = 3;

/** `DeliveryType`: 1 Android, 2 iOS, 3 user, 7 HarmonyOS. The Live Activities of iOS (5, 6) are not played. */
export function checkDeliveryType(parameters: Parameters): DeliveryType {
  const number = parameters.integer('DeliveryType') ?? Number.NaN;
  if (number === USER) return { number, addressing: 'user' };
  const platform = DEVICES[number];
  if (platform === undefined) throw new ServiceRefusal('3009');
  return { number, addressing: 'device', platform };
}
