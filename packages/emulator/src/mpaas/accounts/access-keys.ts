import { ConflictError } from '../../world/errors.ts';
import { Hmac } from '../signature/hmac.ts';
import { type AppName, keyOf } from './app-name.ts';
import { randomSecret } from './random-secret.ts';

/** The pair that a client signs with. */
export interface AccessKeyPair {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** What an access key is made of. Everything may be left out. */
export interface MpaasAccessKeyOptions extends Partial<AccessKeyPair>, Partial<AppName> {
  /** Makes it a session of STS, which must send this along. Default: one is made if there is an end, else none. */
  readonly securityToken?: string;
  /** When the session ends, in milliseconds since 1970. Default: never. */
  readonly expiresAt?: number;
  /** A disabled key is answered with InvalidAccessKeyId.Inactive. Default true. */
  readonly active?: boolean;
  /** Whether its RAM policy lets it call Message Push; if not, NoPermission. Default true. */
  readonly mayCall?: boolean;
  /** The apps it may use; others answer 8014. Default: that of `appId` and `workspaceId`, or every app. */
  readonly mayUse?: 'every-app' | readonly AppName[];
}

/** An access key as its owner sees it, once. */
export interface MpaasAccessKey extends AccessKeyPair {
  readonly securityToken?: string;
  readonly expiresAt?: number;
  readonly active: boolean;
  readonly mayCall: boolean;
  readonly mayUse: 'every-app' | readonly AppName[];
}

/** An access key as the gateway uses it. */
export interface RegisteredAccessKey {
  readonly facts: MpaasAccessKey;
  readonly hmac: Hmac;
}

/** The access keys of all accounts. */
export class AccessKeys {
  readonly #keys = new Map<string, RegisteredAccessKey>();

  /** @throws ConflictError if there is a key of this id. */
  create(options: MpaasAccessKeyOptions): MpaasAccessKey {
    const { active = true, mayCall = true, expiresAt } = options;
    const isSession = options.securityToken !== undefined || expiresAt !== undefined;
    const accessKeyId = options.accessKeyId ?? `${isSession ? 'STS.' : 'LTAI'}${randomSecret(20)}`;
    if (this.#keys.has(accessKeyId)) throw new ConflictError(`there is an access key ${accessKeyId} already`);
    const facts: MpaasAccessKey = {
      accessKeyId,
      accessKeySecret: options.accessKeySecret ?? randomSecret(30),
      ...(isSession ? { securityToken: options.securityToken ?? randomSecret(120) } : {}),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      active,
      mayCall,
      mayUse: appsOf(options),
    };
    this.#keys.set(accessKeyId, { facts, hmac: new Hmac(facts.accessKeySecret) });
    return facts;
  }

  /** Lets a key that exists use one more app. */
  allow(accessKeyId: string, app: AppName): void {
    const key = this.#keys.get(accessKeyId);
    if (key === undefined || mayUse(key, app)) return;
    const mayUseNow = key.facts.mayUse === 'every-app' ? key.facts.mayUse : [...key.facts.mayUse, app];
    this.#keys.set(accessKeyId, { ...key, facts: { ...key.facts, mayUse: mayUseNow } });
  }

  get(accessKeyId: string): RegisteredAccessKey | undefined {
    return this.#keys.get(accessKeyId);
  }

  list(): readonly MpaasAccessKey[] {
    return [...this.#keys.values()].map(({ facts }) => facts);
  }
}

/** Whether the key is of an account that owns the app. */
export function mayUse({ facts }: RegisteredAccessKey, app: AppName): boolean {
  return facts.mayUse === 'every-app' || facts.mayUse.some((own) => keyOf(own) === keyOf(app));
}

function appsOf({ mayUse: apps, appId, workspaceId }: MpaasAccessKeyOptions): MpaasAccessKey['mayUse'] {
  if (apps !== undefined) return apps;
  return appId === undefined || workspaceId === undefined ? 'every-app' : [{ appId, workspaceId }];
}
