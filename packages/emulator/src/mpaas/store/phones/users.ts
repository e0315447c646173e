import { DeviceNumbers } from '../../../world/device-numbers.ts';

/** The users of an app, as numbers, and the devices they are logged in on. A device has one user at a time. */
export class Users {
  readonly #numberOf = new Map<string, number>();
  readonly #ids: string[] = [];
  /** Per user: the device, or the devices if there are several. One number costs a fraction of a list. */
  readonly #devices: (number | readonly number[] | undefined)[] = [];
  /** Per device: its user's number + 1; 0 is nobody. */
  readonly #users = new DeviceNumbers();

  get count(): number {
    return this.#ids.length;
  }

  numberOf(userId: string): number | undefined {
    return this.#numberOf.get(userId);
  }

  /** The id of the user with this number, who must exist. */
  idOf(user: number): string {
    const id = this.#ids[user];
    if (id === undefined) throw new RangeError(`there is no user ${user}`);
    return id;
  }

  /** The user that the device is bound to. */
  userOf(device: number): number | undefined {
    const user = this.#users.get(device);
    return user === 0 ? undefined : user - 1;
  }

  /** The devices that the user is bound to. */
  devicesOf(user: number): readonly number[] {
    const devices = this.#devices[user];
    if (devices === undefined) return [];
    return typeof devices === 'number' ? [devices] : devices;
  }

  /** Binds a user, new or not, to a device, in place of whoever the device had. */
  bind(userId: string, device: number): void {
    const user = this.#numberOf.get(userId) ?? this.#add(userId);
    if (this.userOf(device) === user) return;
    this.unbind(device);
    const bound = this.#devices[user];
    this.#devices[user] = bound === undefined ? device : [...this.devicesOf(user), device];
    this.#users.set(device, user + 1);
  }

  /** Leaves the device without a user. */
  unbind(device: number): void {
    const user = this.userOf(device);
    if (user === undefined) return;
    const left = this.devicesOf(user).filter((bound) => bound !== device);
    this.#devices[user] = left.length < 2 ? left[0] : left;
    this.#users.set(device, 0);
  }

  #add(userId: string): number {
    const user = this.#ids.push(userId) - 1;
    this.#numberOf.set(userId, user);
    return user;
  }
}
