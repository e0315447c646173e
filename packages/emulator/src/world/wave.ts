import { DeviceNumbers } from './device-numbers.ts';
import type { Notification } from './notification.ts';

// A device's state in the lowest two bits of its slot; 0 is shown and not clicked.
const CLICKED = 1;
const REVOKED = 2;

/** How much a wave keeps. */
export interface WaveOptions {
  /** Whether accepted tokens of no device are kept, or only counted. */
  readonly rememberStrangers: boolean;
}

/**
 * Everything one app has under one notifyId: what was delivered to whom, and what became of it.
 *
 * A delivery to every device is one record, however many there are; only what happens to a device afterwards
 * gets a number of its own.
 */
export class Wave {
  readonly #messages: Notification[] = [];
  /** Per device: 4 × (the message's place + 1) + state. 0: as the mass delivery says. */
  readonly #slots = new DeviceNumbers();
  readonly #revokes = new DeviceNumbers();
  readonly #strangers = new Map<string, number>();
  readonly #rememberStrangers: boolean;
  #forgottenStrangers = 0;
  #revokedDevices = 0;
  #mass = { slot: 0, devicesBelow: 0 };

  constructor({ rememberStrangers }: WaveOptions) {
    this.#rememberStrangers = rememberStrangers;
  }

  /** Shows the message on these devices, in place of what they had. */
  deliverTo(devices: Iterable<number>, message: Notification): void {
    const slot = this.#slotOf(message);
    for (const device of devices) this.#slots.set(device, slot);
  }

  /** Shows the message on every device with a number below `devicesBelow`. */
  deliverToAll(devicesBelow: number, message: Notification): void {
    this.#mass = { slot: this.#slotOf(message), devicesBelow };
    this.#slots.clear();
  }

  /** What the device shows, if anything. */
  at(device: number): { readonly message: Notification; readonly clicked: boolean } | undefined {
    const slot = this.#slot(device);
    const message = this.#messages[(slot >>> 2) - 1];
    const state = slot & 3;
    return message === undefined || state === REVOKED ? undefined : { message, clicked: state === CLICKED };
  }

  /** Whether there was something to click. */
  click(device: number): boolean {
    return this.at(device) !== undefined && this.#mark(device, CLICKED);
  }

  /** Whether a revoke of `pushType` (default: of any) would find it on the device, not clicked yet. */
  isRevocable(device: number, pushType?: string): boolean {
    const shown = this.at(device);
    return shown?.clicked === false && (pushType ?? shown.message.pushType) === shown.message.pushType;
  }

  /** Takes it back from the device if it can be taken back, and counts that it was asked to. */
  revoke(device: number, pushType?: string): void {
    const times = this.#revokes.get(device);
    if (times === 0) this.#revokedDevices += 1;
    this.#revokes.set(device, times + 1);
    if (this.isRevocable(device, pushType)) this.#mark(device, REVOKED);
  }

  /** Counts that a token without a device was accepted. */
  revokeStranger(token: string): void {
    if (this.#rememberStrangers) this.#strangers.set(token, (this.#strangers.get(token) ?? 0) + 1);
    else this.#forgottenStrangers += 1;
  }

  /** How often each device was revoked. */
  revokes(): Iterable<readonly [device: number, times: number]> {
    return this.#revokes.entries();
  }

  /** How many devices were revoked at least once. */
  get revokedDevices(): number {
    return this.#revokedDevices;
  }

  timesRevoked(device: number): number {
    return this.#revokes.get(device);
  }

  /** How often each token without a device was accepted. */
  get strangers(): ReadonlyMap<string, number> {
    return this.#strangers;
  }

  /** How many tokens without a device were accepted; where they are not remembered, each time they came. */
  get strangerCount(): number {
    return this.#strangers.size + this.#forgottenStrangers;
  }

  #slot(device: number): number {
    const own = this.#slots.get(device);
    return own === 0 && device < this.#mass.devicesBelow ? this.#mass.slot : own;
  }

  #slotOf(message: Notification): number {
    return 4 * this.#messages.push(message);
  }

  #mark(device: number, state: typeof CLICKED | typeof REVOKED): true {
    this.#slots.set(device, (this.#slot(device) & ~3) | state);
    return true;
  }
}
