const DENSE_FROM = 4096;

/**
 * A number for each device, 0 unless set. Few are kept in a map, many in one array: a recall of a million
 * devices then costs 4 bytes a device instead of some 40.
 */
export class DeviceNumbers {
  #few: Map<number, number> | undefined = new Map();
  #many = new Uint32Array(0);

  get(device: number): number {
    return (this.#few === undefined ? this.#many[device] : this.#few.get(device)) ?? 0;
  }

  set(device: number, value: number): void {
    if (this.#few === undefined) {
      this.#reach(device);
      this.#many[device] = value;
      return;
    }
    this.#few.set(device, value);
    if (this.#few.size > DENSE_FROM) this.#becomeDense(this.#few);
  }

  clear(): void {
    this.#few = new Map();
    this.#many = new Uint32Array(0);
  }

  /** Each device whose number is not 0, with it. */
  *entries(): Generator<readonly [device: number, value: number]> {
    const all = this.#few ?? this.#many.entries();
    for (const [device, value] of all) {
      if (value !== 0) yield [device, value];
    }
  }

  #becomeDense(few: ReadonlyMap<number, number>): void {
    this.#few = undefined;
    for (const [device, value] of few) {
      this.#reach(device);
      this.#many[device] = value;
    }
  }

  #reach(device: number): void {
    if (device < this.#many.length) return;
    const wider = new Uint32Array(Math.max(device + 1, 2 * this.#many.length));
    wider.set(this.#many);
    this.#many = wider;
  }
}
