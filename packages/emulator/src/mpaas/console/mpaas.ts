import { NotFoundError } from '../../world/errors.ts';
import type { Page } from '../../world/page.ts';
import type { MpaasAccessKey, MpaasAccessKeyOptions } from '../accounts/access-keys.ts';
import { type MpaasAppOptions, createApp } from '../accounts/create-app.ts';
import { type MpaasBehaviour, type MpaasBehaviourOptions, behaviourSchema } from '../behaviour.ts';
import type {
  MpaasBinding,
  MpaasDelivery,
  MpaasDeviceOrder,
  MpaasPhone,
  MpaasRevoked,
  MpaasTaskDelivery,
  MpaasTouch,
} from './types.ts';
import type { MpaasQuota } from '../quota.ts';
import { deliverDirectly, deliverTaskDirectly } from './deliver.ts';
import {
  type MpaasRevocations,
  revocationsOfMessage,
  revocationsOfTask,
} from '../store/pushes/revocations.ts';
import { type AppName, keyOf } from '../accounts/app-name.ts';
import type { MpaasApp, Space } from '../store/space.ts';
import { touch } from './touch.ts';
import { type MpaasTrayNotification, trayOf } from './tray.ts';
import type { MpaasWorld } from '../world.ts';

/**
 * Alibaba Cloud mPaaS Message Push, as far as its console and the phones are concerned. What tests and people look
 * at and change.
 */
export class Mpaas {
  readonly #world: MpaasWorld;

  /** @internal Made by `createEmulator`. */
  constructor(world: MpaasWorld) {
    this.#world = world;
  }

  /**
   * Makes an app, with a new access key or a given one.
   *
   * @throws ConflictError if there is an app of these ids, or a key of this id with another secret.
   */
  createApp(options: MpaasAppOptions = {}): MpaasApp {
    return createApp(options, this.#world);
  }

  /** The apps, in the order in which they were made. */
  apps(): readonly MpaasApp[] {
    return this.#world.apps.list().map(({ facts }) => facts);
  }

  /** @throws NotFoundError if there is no such app. */
  app(name: AppName): MpaasApp {
    return this.#space(name).facts;
  }

  /** Turns the console's switch for the push API. Off: every request is answered with 3032. */
  setPushApi(name: AppName, position: 'on' | 'off'): void {
    const space = this.#space(name);
    space.facts = { ...space.facts, pushApiEnabled: position === 'on' };
  }

  /**
   * Makes a further access key, or a session of STS, for one app, some, or every one.
   *
   * @throws ConflictError if there is a key of this id.
   */
  createAccessKey(options: MpaasAccessKeyOptions = {}): MpaasAccessKey {
    return this.#world.accessKeys.create(options);
  }

  /** All access keys, with their secrets. */
  accessKeys(): readonly MpaasAccessKey[] {
    return this.#world.accessKeys.list();
  }

  /**
   * Adds devices to an app: so many with new ids, or one for each id given.
   *
   * @returns their ids.
   * @throws NotFoundError for an unknown app.
   */
  createDevices(order: MpaasDeviceOrder): readonly string[] {
    const { phones } = this.#space(order);
    return 'ids' in order
      ? phones.adopt(order.ids, order.channel)
      : phones.create(order.count, order.channel);
  }

  /** How many devices an app has. */
  deviceCount(name: AppName): number {
    return this.#space(name).phones.count;
  }

  /** The ids of an app's devices in the order in which they came, from `offset`, at most `limit` of them. */
  devices(name: AppName, page: Page = {}): readonly string[] {
    const { phones } = this.#space(name);
    return numbersOf(page, phones.count).map((device) => phones.idOf(device));
  }

  /**
   * Logs users in on devices, each in place of whoever the device had.
   *
   * @throws NotFoundError for an unknown app or device; nobody is logged in then.
   */
  bindUsers({ users, ...name }: AppName & { readonly users: readonly MpaasBinding[] }): void {
    const space = this.#space(name);
    const bindings = users.map(({ userId, device }) => ({ userId, device: deviceOf(space, device) }));
    for (const { userId, device } of bindings) space.users.bind(userId, device);
  }

  /** How many users an app has. */
  userCount(name: AppName): number {
    return this.#space(name).users.count;
  }

  /** The ids of an app's users in the order in which they came, from `offset`, at most `limit` of them. */
  users(name: AppName, page: Page = {}): readonly string[] {
    const { users } = this.#space(name);
    return numbersOf(page, users.count).map((user) => users.idOf(user));
  }

  /**
   * Shows a simple push on devices. To all devices of an app it costs the same however many there are.
   *
   * @throws NotFoundError for an unknown app or target; nothing is shown then.
   */
  deliver(delivery: MpaasDelivery): { readonly messageId: string; readonly targets: number } {
    return deliverDirectly(delivery, this.#space(delivery), this.#world);
  }

  /**
   * Shows a batch push or a broadcast on devices.
   *
   * @throws NotFoundError for an unknown app or target, ConflictError for a task id that is taken.
   */
  deliverTask(delivery: MpaasTaskDelivery): {
    readonly taskId: string;
    readonly messageId: string;
    readonly targets: number;
  } {
    return deliverTaskDirectly(delivery, this.#space(delivery), this.#world);
  }

  /**
   * Which targets a revoke was accepted for, and how often: the truth to hold a report against. It counts what the
   * emulator did, whether or not its answer arrived.
   */
  revocations(of: MpaasRevoked): MpaasRevocations {
    const space = this.#space(of);
    return 'taskId' in of ? revocationsOfTask(of.taskId, space) : revocationsOfMessage(of.messageId, space);
  }

  /**
   * What a device shows, the newest first. Of a user: what the first of the user's devices shows.
   *
   * @throws NotFoundError for an unknown app, device or user.
   */
  tray(phone: MpaasPhone): readonly MpaasTrayNotification[] {
    const space = this.#space(phone);
    return trayOf(space, phoneOf(space, phone), this.#world.behaviour);
  }

  /**
   * Clicks a notification. It cannot be revoked any more.
   *
   * @returns whether the device showed it.
   * @throws NotFoundError for an unknown app, device or user.
   */
  click(what: MpaasTouch): boolean {
    const space = this.#space(what);
    return touch('click', what, { space, device: phoneOf(space, what) });
  }

  /** Swipes a notification away; else as {@link click}. */
  clear(what: MpaasTouch): boolean {
    const space = this.#space(what);
    return touch('clear', what, { space, device: phoneOf(space, what) });
  }

  /** Limits how many requests a second an app may make; `undefined` lifts the limit. */
  setQuota(name: AppName, quota: MpaasQuota | undefined): void {
    const { facts } = this.#space(name);
    this.#world.quotas.set(keyOf(facts), quota, this.#world.clock.monotonic());
  }

  /** How the emulator behaves where the vendor's pages are silent. */
  get behaviour(): MpaasBehaviour {
    return this.#world.behaviour;
  }

  /**
   * Changes the settings named, and leaves the others.
   *
   * @throws ZodError for a setting that does not exist or has no such value.
   */
  setBehaviour(changes: MpaasBehaviourOptions): void {
    this.#world.behaviour = behaviourSchema.parse({ ...this.#world.behaviour, ...changes });
  }

  #space(name: AppName): Space {
    const space = this.#world.apps.get(name);
    if (space === undefined) {
      throw new NotFoundError(`there is no app ${name.appId} in the workspace ${name.workspaceId}`);
    }
    space.schedulers.runDue(this.#world.clock.wall());
    return space;
  }
}

function numbersOf({ offset = 0, limit = Infinity }: Page, count: number): readonly number[] {
  const length = Math.max(0, Math.min(limit, count - offset));
  return Array.from({ length }, (_, index) => offset + index);
}

function deviceOf({ phones }: Space, id: string): number {
  const device = phones.numberOf(id);
  if (device === undefined) throw new NotFoundError(`the app has no device ${id}`);
  return device;
}

function phoneOf(space: Space, phone: MpaasPhone): number {
  if ('device' in phone) return deviceOf(space, phone.device);
  const user = space.users.numberOf(phone.user);
  const [device] = user === undefined ? [] : space.users.devicesOf(user);
  if (device === undefined) throw new NotFoundError(`no device of the app has the user ${phone.user}`);
  return device;
}
