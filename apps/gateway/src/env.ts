import type { SecretValue } from '@unpush/worker';

/** What wrangler.jsonc and `wrangler secret` bind to this Worker. */
export interface Env {
  readonly RECALLS: DurableObjectNamespace;
  readonly FAILED_ATTEMPTS: RateLimit;
  /** The apps, by our own names, as JSON; of their keys the names of the bindings that hold them. */
  readonly APPS: unknown;
  /** Who may call with a key, as JSON. */
  readonly KEYS?: unknown;
  /** Who may call by way of Cloudflare Access, as JSON. */
  readonly CLOUDFLARE_ACCESS?: unknown;
  /** The origins of other pages that may call, as JSON. */
  readonly CORS_ORIGINS?: unknown;
  /** Where new objects are made. */
  readonly LOCATION_HINT?: DurableObjectLocationHint;
  /** Limits, as JSON. */
  readonly LIMITS?: unknown;
  /** Secrets, by the names that APPS calls them. */
  readonly [secret: string]: unknown;
}

/**
 * The secret of this name: text, or a binding of the Secrets Store. Where there is none, reading it fails: an app that
 * lacks its key is no reason for the others to stand still.
 */
export function secretOf(env: Env, name: unknown): SecretValue {
  const value = typeof name === 'string' ? env[name] : undefined;
  if ((typeof value === 'string' && value !== '') || isStored(value)) return value;
  const missing = new Error(noSecret(name));
  // eslint-disable-next-line no-console -- what a Worker writes here is its log; callers are told of no name
  console.error(missing.message);
  return { get: () => Promise.reject(missing) };
}

/** Shown is only what is plainly a name: somebody may have put the secret itself into its place. */
const noSecret = (name: unknown): string =>
  typeof name === 'string' && /^[A-Z][A-Z\d_]{0,63}$/.test(name)
    ? `there is no secret ${name}: run "wrangler secret put ${name}", or bind one of the Secrets Store under this name`
    : 'serviceAccount or accessKey of an app in APPS is no name of a secret: give a name of capitals, such as SHOP_SERVICE_ACCOUNT, and the secret itself by "wrangler secret put SHOP_SERVICE_ACCOUNT"';

const isStored = (value: unknown): value is Exclude<SecretValue, string> =>
  typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';
