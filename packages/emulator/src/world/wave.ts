import { DeviceNumbers } from './device-numbers.ts';
import type { Notification } from './notification.ts';

/** What became of a notification on one device. A cleared one was swiped away. */
export type NotificationState = 'shown' | 'clicked' | 'revoked' | 'cleared';

// A device's state in the lowest two bits of its slot.
const STATES: readonly NotificationState[] = ['shown', 'clicked', 'revoked', 'cleared'];
const SHOWN = 0;
const CLICKED = 1;
const REVOKED = 2;
const CLEARED = 3;

/** Chooses among messages. */
type Wanted<M> = (message: M) => boolean;
const ANY = (): boolean => true;

/** How much a wave keeps. */
export interface WaveOptions {
  /** Whether accepted tokens of no device are kept, or only counted. */
  readonly rememberStrangers: boolean;
}

/**
 * Everything one app has under one name (a notifyId, a message id): what was delivered to whom, and what became of
 * it.
 *
 * A delivery to every device is one record, however many there are; only what happens to a device afterwards
 * gets a number of its own.
 */
export class Wave<M = Notification> {
  readonly #messages: M[] = [];
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
  deliverTo(devices: Iterable<number>, message: M): void {
    const slot = this.#slotOf(message);
    for (const device of devices) this.#slots.set(device, slot);
  }

  /** Shows the message on every device with a number below `devicesBelow`. */
  deliverToAll(devicesBelow: number, message: M): void {
    this.#mass = { slot: this.#slotOf(message), devicesBelow };
    this.#slots.clear();
  }

  /** What the device shows, if anything. */
  at(device: number): { readonly message: M; readonly clicked: boolean } | undefined {
    const found = this.look(device);
    return found === undefined || found.state === 'revoked' || found.state === 'cleared'
      ? undefined
      : { message: found.message, clicked: found.state === 'clicked' };
  }

  /** What the device was sent, if anything, and what became of it. */
  look(device: number): { readonly message: M; readonly state: NotificationState } | undefined {
    const slot = this.#slot(device);
    const message = this.#messages[(slot >>> 2) - 1];
    const state = STATES[slot & 3];
    return message === undefined || state === undefined ? undefined : { message, state };
  }

  /** Whether there was something to click. */
  click(device: number): boolean {
    return this.at(device) !== undefined && this.#mark(device, CLICKED);
  }

  /** Swipes it away. Whether there was something to swipe. */
  clear(device: number): boolean {
    return this.at(device) !== undefined && this.#mark(device, CLEARED);
  }

  /** Whether a revoke of what is `wanted` (default: of any) would find it on the device, not clicked yet. */
  isRevocable(device: number, wanted: Wanted<M> = ANY): boolean {
    // Asked for every token of every revoke, so it makes no object.
    const slot = this.#slot(device);
    const message = this.#messages[(slot >>> 2) - 1];
    return message !== undefined && (slot & 3) === SHOWN && wanted(message);
  }

  /** Takes it back from the device if it can be taken back, and counts that it was asked to. */
  revoke(device: number, wanted: Wanted<M> = ANY): void {
    const times = this.#revokes.get(device);
    if (times === 0) this.#revokedDevices += 1;
    this.#revokes.set(device, times + 1);
    this.takeBack(device, wanted);
  }

  /** Takes it back from the device if it can be taken back. */
  takeBack(device: number, wanted: Wanted<M> = ANY): void {
    if (this.isRevocable(device, wanted)) this.#mark(device, REVOKED);
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

  #slotOf(message: M): number {
    return 4 * this.#messages.push(message);
  }

  #mark(device: number, state: typeof CLICKED | typeof REVOKED | typeof CLEARED): true {
    this.#slots.set(device, (this.#slot(device) & ~3) | state);
    return true;
  }
}
