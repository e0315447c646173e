import type * as z from 'zod/mini';
import { namedSchema } from './named.ts';

/**
 * What the targets of a push are.
 *
 * - `android`, `ios`, `harmonyos` devices, by device id
 * - `user` users, by the id that the app bound a device to
 * - `live-activity-token`, `live-activity-id` Live Activities of iOS, by push token or activity id
 */
export type DeliveryType =
  'android' | 'ios' | 'user' | 'live-activity-token' | 'live-activity-id' | 'harmonyos';

/** The numbers of `DeliveryType` on the wire. */
export const DELIVERY_TYPES = {
  android: 1,
  ios: 2,
  user: 3,
  'live-activity-token': 5,
  'live-activity-id': 6,
  harmonyos: 7,
} as const satisfies Record<DeliveryType, number>;

/** Takes those of the types that an operation has. */
export function deliveryTypeSchema(types: readonly DeliveryType[]): z.ZodMiniType<number> {
  return namedSchema({
    what: 'what the targets are (DeliveryType)',
    numbers: Object.fromEntries(types.map((type) => [type, DELIVERY_TYPES[type]])),
    code: '3009',
  });
}

/** All of them: simple and template pushes have no narrower choice. */
export const anyDeliveryTypeSchema = deliveryTypeSchema([
  'android',
  'ios',
  'user',
  'live-activity-token',
  'live-activity-id',
  'harmonyos',
]);
