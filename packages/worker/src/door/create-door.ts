import { Hono } from 'hono/tiny';
import { APPS } from '../contract/routes.ts';
import type { OptionsOf } from '../gateway/options.ts';
import { languageOf } from './answers/language.ts';
import { answerOf } from './answers/problem-answer.ts';
import { Refusal } from '../answers/refusal.ts';
import { withCommonHeaders } from './answers/common-headers.ts';
import { appsOf } from './apps-of.ts';
import { identify } from './caller/identify.ts';
import { corsFor } from './cors.ts';
import type { DoorEnv } from './door-env.ts';
import { handOn, OPERATIONS_BY_PATH } from './hand-on.ts';
import { consoleLog, type Log } from '../log.ts';
import { checkScheme } from './requests/check-scheme.ts';
import { checkSize } from './requests/check-size.ts';
import { checkMethod } from './requests/check-method.ts';
import { settingsFor, type Standing } from './settings/settings-for.ts';

/** What a door needs of the world. */
export interface DoorWorld {
  readonly log?: Log;
  /** Fetches the keys of Cloudflare Access. */
  readonly fetch?: typeof fetch;
  /** The OpenAPI document as JSON text, where the door serves it. */
  readonly openApi?: string;
}

/** What a Worker serves. */
export type DoorFetch<Env> = (request: Request, env: Env, context: ExecutionContext) => Promise<Response>;

const DOCUMENT = '/openapi.json';

/** The door: finds out who calls and what they may do, and hands on to an app's object what is left to be done. */
export function createDoor<Env extends object>(
  optionsOf: OptionsOf<Env>,
  { log = consoleLog, fetch: fetchKeys = (input, init) => fetch(input, init), openApi }: DoorWorld = {},
): DoorFetch<Env> {
  const door = new Hono<DoorEnv<Env>>();
  const standingOf = settingsFor(optionsOf, log);

  door.onError((error, context) => {
    // There is none yet where the options themselves are at fault
    const standing = context.get('standing') as Standing | undefined;
    const language = languageOf(context, standing?.settings.language ?? 'en');
    return answerOf(error, { language, requestId: context.get('requestId'), log });
  });
  door.notFound(() => {
    throw new Refusal('route-not-found');
  });

  door.use(withCommonHeaders);
  door.use(async (context, next) => {
    checkScheme(context.req.raw);
    checkSize(context.req.raw);
    // It says nothing of this gateway, and is wanted most where nothing works yet
    if (context.req.path === DOCUMENT) return next();
    const standing = await standingOf(context.env);
    context.set('standing', standing);
    const { corsOrigins } = standing.settings;
    return corsOrigins.length === 0 ? next() : corsFor(corsOrigins)(context, next);
  });

  door.all(DOCUMENT, (context) => {
    if (openApi === undefined) throw new Refusal('route-not-found');
    checkMethod(context.req.method, ['GET']);
    return context.body(openApi, 200, { 'Content-Type': 'application/json' });
  });
  door.all('/healthz', (context) => {
    checkMethod(context.req.method, ['GET']);
    return context.json({ status: 'ok' });
  });

  door.use('/v1/*', async (context, next) => {
    const { settings, accessCache } = context.var.standing;
    const accessKeys = { cache: accessCache, fetch: fetchKeys };
    context.set('identity', await identify(context.req.raw, settings, accessKeys));
    await next();
  });
  door.all(APPS, (context) => {
    checkMethod(context.req.method, ['GET']);
    return context.json(appsOf(context.var.identity, context.var.standing.settings));
  });
  for (const [path, operations] of OPERATIONS_BY_PATH) {
    door.all(`${APPS}/:app${path}`, (context) => handOn(context, operations));
  }
  return async (request, env, context) => door.fetch(request, env, context);
}
