import type { GatewayOptions } from '@unpush/worker';
import { secretOf, type Env } from './env.ts';

/** Of each vendor, the setting that holds a secret; in APPS it holds the name of the binding. */
const SECRET_SETTINGS = ['serviceAccount', 'accessKey'];

/**
 * The gateway's options from what wrangler.jsonc binds. Only the shape that is needed to find the secrets is looked
 * at: the gateway checks the options itself.
 *
 * @throws Error where a variable is no JSON.
 */
export function optionsOf(env: Env): GatewayOptions {
  const { RECALLS: objects, FAILED_ATTEMPTS: failedAttempts, LOCATION_HINT: locationHint } = env;
  const apps = mapped(recordOf('APPS', env.APPS), (app) => withSecrets(env, app));
  const options: unknown = {
    objects,
    failedAttempts,
    apps,
    access: given({
      keys: jsonOf('KEYS', env.KEYS),
      cloudflareAccess: jsonOf('CLOUDFLARE_ACCESS', env.CLOUDFLARE_ACCESS),
    }),
    ...given({
      locationHint,
      corsOrigins: jsonOf('CORS_ORIGINS', env.CORS_ORIGINS),
      limits: jsonOf('LIMITS', env.LIMITS),
    }),
  };
  // Variables are whatever somebody wrote: createRecallGateway refuses what is not what the type says
  return options as GatewayOptions;
}

function withSecrets(env: Env, app: unknown): unknown {
  if (typeof app !== 'object' || app === null) return app;
  return mapped(app, (value, name) => (SECRET_SETTINGS.includes(name) ? secretOf(env, value) : value));
}

const mapped = (
  record: object,
  change: (value: unknown, name: string) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]: [string, unknown]) => [name, change(value, name)] as const),
  );

/** JSON of wrangler.jsonc comes as a value; of .dev.vars and `--var` as text. */
function jsonOf(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new Error(`the variable ${name} must be JSON: mend it in wrangler.jsonc or .dev.vars`);
  }
}

function recordOf(name: string, value: unknown): object {
  const record = jsonOf(name, value);
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record;
  throw new Error(`the variable ${name} must be a JSON object: mend it in wrangler.jsonc or .dev.vars`);
}

const given = (settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
