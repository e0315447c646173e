import { ConflictError } from './errors.ts';

/** Every device there is, as a number; and whose app its token belongs to. */
export class Devices {
  readonly #numberOf = new Map<string, number>();
  readonly #tokens: string[] = [];
  readonly #apps: string[] = [];
  readonly #byApp = new Map<string, number[]>();
  readonly #makeToken: () => string;

  /** @param makeToken - makes a new token of the vendor's look. One that exists already is passed over. */
  constructor(makeToken: () => string) {
    this.#makeToken = makeToken;
  }

  /** How many devices there are, in all apps together. The next one gets this number. */
  get count(): number {
    return this.#tokens.length;
  }

  /** Adds `count` devices with new tokens. */
  create(app: string, count: number): readonly string[] {
    const tokens: string[] = [];
    while (tokens.length < count) {
      const token = this.#makeToken();
      if (!this.#numberOf.has(token)) tokens.push(this.#add(app, token));
    }
    return tokens;
  }

  /**
   * Adds a device for each token; one that the app has already is left as it is.
   *
   * @throws ConflictError for a token that belongs to another app; no device is added then.
   */
  adopt(app: string, tokens: readonly string[]): readonly string[] {
    const strange = tokens.findIndex((token) => {
      const device = this.#numberOf.get(token);
      return device !== undefined && this.appOf(device) !== app;
    });
    if (strange !== -1) {
      throw new ConflictError(`tokens[${strange}] belongs to another app: give each app its own tokens`);
    }
    for (const token of tokens) {
      if (!this.#numberOf.has(token)) this.#add(app, token);
    }
    return tokens;
  }

  numberOf(token: string): number | undefined {
    // Even an empty map hashes each token, a fifth of the emulator's time under a load without devices
    return this.count === 0 ? undefined : this.#numberOf.get(token);
  }

  /** The token of the device with this number, which must exist. */
  tokenOf(device: number): string {
    return existing(this.#tokens[device], device);
  }

  /** The app that the device's token belongs to; the device must exist. */
  appOf(device: number): string {
    return existing(this.#apps[device], device);
  }

  /** The devices of an app, in the order in which they came. */
  ofApp(app: string): readonly number[] {
    return this.#byApp.get(app) ?? [];
  }

  #add(app: string, token: string): string {
    const device = this.count;
    this.#numberOf.set(token, device);
    this.#tokens.push(token);
    this.#apps.push(app);
    const siblings = this.#byApp.get(app);
    if (siblings === undefined) this.#byApp.set(app, [device]);
    else siblings.push(device);
    return token;
  }
}

function existing(value: string | undefined, device: number): string {
  if (value === undefined) throw new RangeError(`there is no device ${device}`);
  return value;
}
