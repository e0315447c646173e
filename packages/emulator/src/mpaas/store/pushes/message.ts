import { Wave, type WaveOptions } from '../../../world/wave.ts';
import type { Sent } from './sent.ts';

interface Stranger {
  readonly sent: Sent | undefined;
  times: number;
}

/**
 * Everything an app has sent under one message id by simple and template pushes, by the target it was sent to:
 * the pair of the two is what a revoke names.
 */
export class Message {
  /** By device number: what was addressed to device ids. */
  readonly devices: Wave<Sent>;
  /** By user number: what was addressed to user ids. */
  readonly users: Wave<Sent>;
  readonly #strangers = new Map<string, Stranger>();
  readonly #rememberStrangers: boolean;
  #strangersRevoked = 0;

  constructor(options: WaveOptions) {
    this.devices = new Wave(options);
    this.users = new Wave(options);
    this.#rememberStrangers = options.rememberStrangers;
  }

  /** Notes a push to an id of nobody. */
  sendToStranger(target: string, sent: Sent): void {
    this.#strangers.set(target, { sent, times: 0 });
  }

  /** What was sent to an id of nobody. */
  sentToStranger(target: string): Sent | undefined {
    return this.#strangers.get(target)?.sent;
  }

  /** Counts that a revoke for an id of nobody was accepted. */
  revokeStranger(target: string): void {
    const known = this.#strangers.get(target);
    if (known === undefined && !this.#rememberStrangers) {
      this.#strangersRevoked += 1;
      return;
    }
    const stranger = known ?? { sent: undefined, times: 0 };
    if (stranger.times === 0) this.#strangersRevoked += 1;
    stranger.times += 1;
    this.#strangers.set(target, stranger);
  }

  /** How often a revoke for an id of nobody was accepted. */
  timesOfStranger(target: string): number {
    return this.#strangers.get(target)?.times ?? 0;
  }

  /** Each id of nobody that a revoke was accepted for, with how often. */
  *strangers(): Generator<readonly [target: string, times: number]> {
    for (const [target, { times }] of this.#strangers) if (times > 0) yield [target, times];
  }

  /** How many targets a revoke was accepted for. Ids of nobody that are not remembered count each time they come. */
  get revokedTargets(): number {
    return this.devices.revokedDevices + this.users.revokedDevices + this.#strangersRevoked;
  }
}
