import { randomInteger } from '../random.ts';
import { ConflictError, NotFoundError } from '../world/errors.ts';
import type { TrayNotification } from '../world/notification.ts';
import type { Page } from '../world/page.ts';
import type { HuaweiApp, HuaweiAppOptions } from './apps.ts';
import { type HuaweiBehaviour, type HuaweiBehaviourOptions, behaviourSchema } from './behaviour.ts';
import type { Quota } from './quota.ts';
import { type Revocations, revocationsOf } from './revocations.ts';
import type { HuaweiWorld } from './world.ts';

/** A notification that is put on devices directly, as if a send had come long ago. */
export interface Delivery {
  readonly clientId: string;
  /** 0 to 2147483647. Default: a random one. */
  readonly notifyId?: number;
  /** `0` notification (default), `2` extension. */
  readonly pushType?: '0' | '2';
  readonly title?: string;
  readonly body?: string;
  /** Default: every device that the app has now. */
  readonly tokens?: readonly string[];
}

/** Huawei Push Kit, as far as its console and the phones are concerned. What tests and people look at and change. */
export class Huawei {
  readonly #world: HuaweiWorld;

  /** @internal Made by `createEmulator`. */
  constructor(world: HuaweiWorld) {
    this.#world = world;
  }

  /**
   * Makes an app, in a new project or in one that exists, with a new key or a given one.
   *
   * @throws ConflictError if there is an app with this client id, or the key is of another project.
   */
  createApp(options: HuaweiAppOptions = {}): Promise<HuaweiApp> {
    return this.#world.apps.create(options);
  }

  /** The apps, in the order in which they were made. */
  apps(): readonly HuaweiApp[] {
    return this.#world.apps.list();
  }

  /** @throws NotFoundError if there is no such app. */
  app(clientId: string): HuaweiApp {
    const app = this.#world.apps.get(clientId);
    if (app === undefined) throw new NotFoundError(`there is no app ${clientId}`);
    return app;
  }

  /**
   * Adds devices to an app: so many with new tokens, or one for each token given.
   *
   * @returns their tokens.
   * @throws NotFoundError for an unknown app, ConflictError for a token of another app.
   */
  createDevices(
    order: { readonly clientId: string } & (
      { readonly count: number } | { readonly tokens: readonly string[] }
    ),
  ): readonly string[] {
    const { clientId } = this.app(order.clientId);
    const { devices } = this.#world;
    return 'tokens' in order ? devices.adopt(clientId, order.tokens) : devices.create(clientId, order.count);
  }

  /** How many devices an app has. */
  deviceCount(clientId: string): number {
    return this.#world.devices.ofApp(clientId).length;
  }

  /** The tokens of an app's devices in the order in which they came, from `offset`, at most `limit` of them. */
  tokens(clientId: string, { offset = 0, limit = Infinity }: Page = {}): readonly string[] {
    const { devices } = this.#world;
    return devices
      .ofApp(clientId)
      .slice(offset, offset + limit)
      .map((device) => devices.tokenOf(device));
  }

  /**
   * Shows a notification on devices, in place of one with the same notifyId. To all devices of an app it costs
   * the same however many there are.
   *
   * @throws NotFoundError for an unknown app or token, ConflictError for a token of another app.
   */
  deliver({ clientId, tokens, ...message }: Delivery): {
    readonly notifyId: number;
    readonly devices: number;
  } {
    const { trays, devices, clock, random } = this.#world;
    this.app(clientId);
    const notifyId = message.notifyId ?? randomInteger(2 ** 31, random);
    const { pushType = '0', title = 'Hello', body = 'from the emulator' } = message;
    const notification = { notifyId, pushType, title, body, deliveredAt: clock.wall() };
    const wave = trays.wave(clientId, notifyId);
    if (tokens === undefined) {
      wave.deliverToAll(devices.count, notification);
      return { notifyId, devices: this.deviceCount(clientId) };
    }
    const numbers = tokens.map((token) => this.#device(token, clientId));
    wave.deliverTo(numbers, notification);
    return { notifyId, devices: new Set(numbers).size };
  }

  /**
   * What the device shows, the newest first.
   *
   * @throws NotFoundError for an unknown token.
   */
  tray(token: string): readonly TrayNotification[] {
    const device = this.#device(token);
    return this.#world.trays.of(this.#world.devices.appOf(device), device);
  }

  /**
   * Clicks a notification. It cannot be revoked any more.
   *
   * @returns whether the device showed it.
   * @throws NotFoundError for an unknown token.
   */
  click({ token, notifyId }: { readonly token: string; readonly notifyId: number }): boolean {
    const device = this.#device(token);
    const app = this.#world.devices.appOf(device);
    return this.#world.trays.existing(app, notifyId)?.click(device) ?? false;
  }

  /**
   * Which tokens a revoke was accepted for, and how often: the truth to hold a report against. It counts what
   * the emulator did, whether or not its answer arrived.
   */
  revocations({ clientId, notifyId }: { readonly clientId: string; readonly notifyId: number }): Revocations {
    return revocationsOf(this.#world.trays.wave(clientId, notifyId), this.#world.devices);
  }

  /** Limits how many devices a second an app may address; `undefined` lifts the limit. */
  setQuota(clientId: string, quota: Quota | undefined): void {
    this.app(clientId);
    this.#world.quotas.set(clientId, quota, this.#world.clock.monotonic());
  }

  /** How the emulator behaves where the vendor's pages are silent. */
  get behaviour(): HuaweiBehaviour {
    return this.#world.behaviour;
  }

  /**
   * Changes the settings named, and leaves the others.
   *
   * @throws ZodError for a setting that does not exist or has no such value.
   */
  setBehaviour(changes: HuaweiBehaviourOptions): void {
    this.#world.behaviour = behaviourSchema.parse({ ...this.#world.behaviour, ...changes });
  }

  #device(token: string, clientId?: string): number {
    const device = this.#world.devices.numberOf(token);
    if (device === undefined) throw new NotFoundError('there is no device with this token');
    if (clientId !== undefined && this.#world.devices.appOf(device) !== clientId) {
      throw new ConflictError(`a token is not of the app ${clientId}`);
    }
    return device;
  }
}
