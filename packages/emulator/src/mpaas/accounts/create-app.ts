import { randomHex } from '../../random.ts';
import { ConflictError } from '../../world/errors.ts';
import { type MpaasApp, createSpace } from '../store/space.ts';
import type { AppName } from './app-name.ts';
import type { MpaasWorld } from '../world.ts';
import type { AccessKeyPair } from './access-keys.ts';

/** What an app is made of. Everything may be left out. */
export interface MpaasAppOptions {
  /** Default: `ONEX` and 13 hexadecimal digits. */
  readonly appId?: string;
  /** Default `default`. */
  readonly workspaceId?: string;
  /** Default: none; then no TenantId is wrong. */
  readonly tenantId?: string;
  /** For people. Default: `App` and the AppId. */
  readonly name?: string;
  /** The console's switch for the push API. Default true. */
  readonly pushApiEnabled?: boolean;
  /** Its access key: a new pair, or one of another app or an earlier run. Default: a new random one. */
  readonly accessKey?: AccessKeyPair;
}

/**
 * Makes an app without devices.
 *
 * @throws ConflictError if there is an app of these ids, or a key of this id with another secret.
 */
export function createApp(options: MpaasAppOptions, world: MpaasWorld): MpaasApp {
  const { apps, random, rememberStrangers } = world;
  const appId = options.appId ?? `ONEX${randomHex(13, random).toUpperCase()}`;
  const { workspaceId = 'default', name = `App ${appId}`, pushApiEnabled = true, tenantId } = options;
  const app = { appId, workspaceId };
  if (apps.get(app) !== undefined) {
    throw new ConflictError(`there is an app ${appId} in the workspace ${workspaceId} already`);
  }
  const facts = {
    ...app,
    ...(tenantId === undefined ? {} : { tenantId }),
    name,
    pushApiEnabled,
    accessKey: keyFor(app, options.accessKey, world),
  };
  apps.add(createSpace(facts, random, { rememberStrangers }));
  return facts;
}

function keyFor(app: AppName, pair: AccessKeyPair | undefined, { accessKeys }: MpaasWorld): AccessKeyPair {
  const known = pair === undefined ? undefined : accessKeys.get(pair.accessKeyId);
  if (known !== undefined && known.facts.accessKeySecret !== pair?.accessKeySecret) {
    throw new ConflictError(
      `there is an access key ${known.facts.accessKeyId} already, and its secret is another`,
    );
  }
  const { accessKeyId, accessKeySecret } = known?.facts ?? accessKeys.create({ ...pair, ...app });
  if (known !== undefined) accessKeys.allow(accessKeyId, app);
  return { accessKeyId, accessKeySecret };
}
