import { describeApp } from '../../app/open-app.ts';
import type { CloudflareAccessOptions, GatewayKey, GatewayOptions } from '../../gateway/options.ts';
import type { AccessSettings, DoorSettings, KnownKey } from './door-settings.ts';

const MIB = 1024 ** 2;

/** What the door makes of checked options. */
export const settingsOf = (options: GatewayOptions): DoorSettings => ({
  objects: options.objects,
  failedAttempts: options.failedAttempts,
  apps: new Map(Object.entries(options.apps).map(([name, app]) => [name, { name, ...describeApp(app) }])),
  keys: (options.access.keys ?? []).map(known),
  ...(options.access.cloudflareAccess && { access: accessOf(options.access.cloudflareAccess) }),
  corsOrigins: options.corsOrigins ?? [],
  language: options.language ?? 'en',
  locationHint: options.locationHint ?? 'apac',
  jsonBytes: options.limits?.jsonBytes ?? 4 * MIB,
});

const known = ({ id, sha256, apps, scopes }: GatewayKey): KnownKey => ({
  id,
  digest: Uint8Array.from(sha256.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
  apps,
  scopes,
});

const accessOf = ({ team, audience, grants }: CloudflareAccessOptions): AccessSettings => ({
  issuer: `https://${team.toLowerCase()}.cloudflareaccess.com`,
  audience,
  grants: new Map(Object.entries(grants).map(([who, grant]) => [who.toLowerCase(), grant])),
});
