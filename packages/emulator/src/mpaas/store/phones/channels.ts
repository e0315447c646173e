/** The ways a notification reaches a phone. The first is what a device has unless told otherwise. */
export const MPAAS_CHANNELS = [
  'huawei',
  'xiaomi',
  'oppo',
  'vivo',
  'honor',
  'fcm',
  'selfBuilt',
  'ios',
  'harmonyos',
] as const;

export type MpaasChannel = (typeof MPAAS_CHANNELS)[number];

/** As `DeliveryType` tells devices apart. */
export type Platform = 'android' | 'ios' | 'harmonyos';

export function platformOf(channel: MpaasChannel): Platform {
  return channel === 'ios' || channel === 'harmonyos' ? channel : 'android';
}

/** What a revoke does to a notification on a channel, where the vendor says so. vivo alone deletes. */
export function documentedEffect(channel: MpaasChannel): 'overwrite' | 'remove' | undefined {
  switch (channel) {
    case 'huawei':
    case 'xiaomi':
    case 'oppo':
    case 'ios':
      return 'overwrite';
    case 'vivo':
      return 'remove';
    case 'selfBuilt':
    case 'honor':
    case 'fcm':
    case 'harmonyos':
      return undefined;
  }
}
