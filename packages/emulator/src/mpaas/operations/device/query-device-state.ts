import { ServiceRefusal } from '../../answers/refusals.ts';
import { type MpaasChannel, platformOf } from '../../store/phones/channels.ts';
import type { Fields, Order } from '../operation.ts';
import { wantedText } from '../wanted-text.ts';

/** `PushQueryDeviceState`: of a device (`TargetType` 1), or of the first device of a user (2). */
export function queryDeviceState(order: Order): Fields {
  const { phones, users } = order.space;
  const device = deviceOf(order);
  if (device === undefined) throw new ServiceRefusal('3028', 'There is no such device.');
  const id = phones.idOf(device);
  const channel = phones.channelOf(device);
  const user = users.userOf(device);
  return {
    Data: {
      DeliveryToken: id,
      DeviceId: id,
      Manufacturer: manufacturerOf(channel),
      Platform: platformOf(channel),
      // Spelt so by the vendor.
      Statue: 'ONLINE',
      ThirdToken: '',
      UserId: user === undefined ? '' : users.idOf(user),
    },
  };
}

function deviceOf({ parameters, space }: Order): number | undefined {
  const targetType = parameters.integer('TargetType');
  const target = wantedText(parameters, 'Target', '3021');
  if (targetType === 1) return space.phones.numberOf(target);
  if (targetType !== 2) throw new ServiceRefusal('3028', 'TargetType must be 1 or 2.');
  const user = space.users.numberOf(target);
  return user === undefined ? undefined : space.users.devicesOf(user)[0];
}

/** The sample says `miui` of a Xiaomi; the others are named as their channels are. */
function manufacturerOf(channel: MpaasChannel): string {
  return channel === 'xiaomi' ? 'miui' : channel;
}
