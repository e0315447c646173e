import { type Random, randomDigits } from '../random.ts';
import { ConflictError } from '../world/errors.ts';
import {
  type RegisteredKey,
  type ServiceAccount,
  createServiceAccount,
  readServiceAccount,
} from './service-account.ts';

/** What an app is made of. Everything may be left out. */
export interface HuaweiAppOptions {
  /** Default: 9 digits. */
  readonly clientId?: string;
  /** The project the app belongs to, new or one that has apps already. Default: that of the key file, or 18 digits. */
  readonly projectId?: string;
  /** For people. Default: `App` and the client id. */
  readonly name?: string;
  /** A key file of an emulator, of another app or of an earlier run. Default: a new key. */
  readonly serviceAccount?: ServiceAccount;
  /** Bits of a new RSA key. The vendor's sample has 4096, which takes a second or two to make. Default 2048. */
  readonly keyBits?: 2048 | 4096;
  /** Whether Push Kit is switched on for the app; if not, its requests are answered with 80300002. Default true. */
  readonly pushEnabled?: boolean;
  /** Whether the app may revoke; if not, a revoke is answered with 80300032. Default true. */
  readonly mayRevoke?: boolean;
}

/** An app as the developer sees it in the vendor's console. */
export interface HuaweiApp {
  readonly clientId: string;
  readonly projectId: string;
  readonly name: string;
  readonly pushEnabled: boolean;
  readonly mayRevoke: boolean;
  /** The key file that the console would offer for download. */
  readonly serviceAccount: ServiceAccount;
}

interface Keyed {
  readonly serviceAccount: ServiceAccount;
  readonly key: RegisteredKey;
}

/** The apps and the keys of their projects. A key is good for every app of its project. */
export class HuaweiApps {
  readonly #apps = new Map<string, HuaweiApp>();
  readonly #keys = new Map<string, RegisteredKey>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** @throws ConflictError if there is an app with this client id, or the key is of another project. */
  async create(options: HuaweiAppOptions): Promise<HuaweiApp> {
    const clientId = options.clientId ?? randomDigits(9, this.#random);
    const projectId =
      options.projectId ?? options.serviceAccount?.project_id ?? randomDigits(18, this.#random);
    const { serviceAccount, key } = await this.#keyFor(options, projectId);
    if (key.projectId !== projectId) {
      throw new ConflictError(`the key is of the project ${key.projectId}, not of ${projectId}`);
    }
    if (this.#apps.has(clientId)) throw new ConflictError(`there is an app ${clientId} already`);
    const app = {
      clientId,
      projectId,
      name: options.name ?? `App ${clientId}`,
      pushEnabled: options.pushEnabled ?? true,
      mayRevoke: options.mayRevoke ?? true,
      serviceAccount,
    };
    this.#apps.set(clientId, app);
    this.#keys.set(key.keyId, key);
    return app;
  }

  async #keyFor({ serviceAccount, keyBits = 2048 }: HuaweiAppOptions, projectId: string): Promise<Keyed> {
    return serviceAccount === undefined
      ? createServiceAccount({ projectId, keyBits, random: this.#random })
      : { serviceAccount, key: await readServiceAccount(serviceAccount) };
  }

  get(clientId: string): HuaweiApp | undefined {
    return this.#apps.get(clientId);
  }

  list(): readonly HuaweiApp[] {
    return [...this.#apps.values()];
  }

  key(keyId: string): RegisteredKey | undefined {
    return this.#keys.get(keyId);
  }

  hasProject(projectId: string): boolean {
    return this.list().some((app) => app.projectId === projectId);
  }
}
