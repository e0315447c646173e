import type { Random } from '../../../random.ts';
import { DeviceNumbers } from '../../../world/device-numbers.ts';
import { Devices } from '../../../world/devices.ts';
import { MPAAS_CHANNELS, type MpaasChannel } from './channels.ts';
import { appleTokenMaker, deviceIdMaker } from './device-ids.ts';

const FIRST = MPAAS_CHANNELS[0];

/** The devices of one app, each with its channel. */
export class Phones {
  readonly #devices: Devices;
  readonly #app: string;
  readonly #makeAppleToken: () => string;
  /** Per device: the place of its channel; 0 is the first. */
  readonly #channels = new DeviceNumbers();

  constructor(app: string, random: Random) {
    this.#app = app;
    this.#devices = new Devices(deviceIdMaker(random));
    this.#makeAppleToken = appleTokenMaker(random);
  }

  get count(): number {
    return this.#devices.count;
  }

  /** Adds `count` devices with new ids. */
  create(count: number, channel: MpaasChannel = FIRST): readonly string[] {
    if (channel === 'ios') return this.adopt(Array.from({ length: count }, this.#makeAppleToken), channel);
    const from = this.count;
    const ids = this.#devices.create(this.#app, count);
    this.#setChannel(from, channel);
    return ids;
  }

  /** Adds a device for each id; one that exists is left as it is. */
  adopt(ids: readonly string[], channel: MpaasChannel = FIRST): readonly string[] {
    const from = this.count;
    this.#devices.adopt(this.#app, ids);
    this.#setChannel(from, channel);
    return ids;
  }

  numberOf(id: string): number | undefined {
    return this.#devices.numberOf(id);
  }

  /** The id of the device with this number, which must exist. */
  idOf(device: number): string {
    return this.#devices.tokenOf(device);
  }

  channelOf(device: number): MpaasChannel {
    return MPAAS_CHANNELS[this.#channels.get(device)] ?? FIRST;
  }

  /** Moves one device to another channel. */
  setChannel(device: number, channel: MpaasChannel): void {
    this.#channels.set(device, MPAAS_CHANNELS.indexOf(channel));
  }

  #setChannel(from: number, channel: MpaasChannel): void {
    if (channel === FIRST) return;
    for (let device = from; device < this.count; device += 1) this.setChannel(device, channel);
  }
}
