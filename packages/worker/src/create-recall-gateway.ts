import { createDoor, type DoorFetch } from './door/create-door.ts';
import type { OptionsOf } from './gateway/options.ts';
import { createObjectClass, type RecallObjectClass } from './object/create-object-class.ts';

/** A recall gateway: what a Worker exports. */
export interface RecallGateway<Env> {
  /** Answers requests: the default export's. */
  readonly fetch: DoorFetch<Env>;
  /** The class of each app's Durable Object: a named export, which the binding names. It needs SQLite storage. */
  readonly RecallObject: RecallObjectClass<Env>;
}

/** What a gateway has beside its options. */
export interface GatewayMeans {
  /**
   * The OpenAPI document, which is then served at `/openapi.json`: `OPENAPI` of `@unpush/worker/openapi`. It is 7 KB of a
   * Worker, gzipped; the same as a file is `@unpush/worker/openapi.json`, for static assets.
   */
  readonly openApi?: string;
}

/**
 * Makes a recall gateway out of a Worker's bindings. The options are told and checked at the first request; where they
 * are wrong every request is answered 500, and the log says what to mend.
 *
 * @see https://github.com/unpush/unpush/tree/main/packages/worker#readme
 *
 * @example
 * ```ts
 * const gateway = createRecallGateway<Env>((env) => ({
 *   objects: env.RECALLS,
 *   failedAttempts: env.FAILED_ATTEMPTS,
 *   access: { keys: [{ id: 'oncall', sha256: env.ONCALL_KEY_SHA256, apps: '*', scopes: ['start', 'read', 'stop'] }] },
 *   apps: { shop: { vendor: 'huawei', clientId: '104012345', serviceAccount: env.HUAWEI_SERVICE_ACCOUNT } },
 * }));
 * export const RecallObject = gateway.RecallObject;
 * export default { fetch: gateway.fetch };
 * ```
 */
export function createRecallGateway<Env extends object>(
  optionsOf: OptionsOf<Env>,
  means: GatewayMeans = {},
): RecallGateway<Env> {
  return { fetch: createDoor(optionsOf, means), RecallObject: createObjectClass({ optionsOf }) };
}
