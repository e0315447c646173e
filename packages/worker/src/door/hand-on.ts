import { show } from '@unpush/core';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ROUTES, type Operation, type Route } from '../contract/routes.ts';
import { languageOf } from './answers/language.ts';
import { Refusal } from '../answers/refusal.ts';
import { askObject } from './ask-object.ts';
import { scopesOn } from './caller/identity.ts';
import type { DoorEnv } from './door-env.ts';
import { bodyOf } from './requests/check-body.ts';
import { checkMethod } from './requests/check-method.ts';
import { tooLarge } from './requests/check-size.ts';
import { forwarded } from './requests/forwarded.ts';

type Operations = ReadonlyMap<string, Operation>;

/** The operations below an app, by path and then by method. Hono takes HEAD for GET, so that it cannot tell them. */
export const OPERATIONS_BY_PATH: ReadonlyMap<string, Operations> = operationsByPath();

function operationsByPath(): Map<string, Map<string, Operation>> {
  const paths = new Map<string, Map<string, Operation>>();
  // Their names are those of the table, which holds no others
  for (const [operation, { path, method }] of Object.entries<Route>(ROUTES) as [Operation, Route][]) {
    const operations = paths.get(path) ?? new Map<string, Operation>();
    paths.set(path, operations.set(method, operation));
  }
  return paths;
}

/** Hands a request on to its app's object, if the caller may. */
export async function handOn<Env extends object>(
  context: Context<DoorEnv<Env>, string>,
  operations: Operations,
): Promise<Response> {
  const { standing, identity } = context.var;
  const { objects, apps, language, locationHint, jsonBytes } = standing.settings;
  const app = context.req.param('app') ?? '';
  const scopes = scopesOn(identity, app);
  // One answer for an app that there is not and for one of others: who may not use it does not learn of it
  if (!apps.has(app) || scopes.length === 0) {
    throw new Refusal('app-not-found', { errors: [{ field: 'app', problem: `is ${show(app)}` }] });
  }
  checkMethod(context.req.method, [...operations.keys()]);
  const { method } = context.req;
  const operation = operations.get(method) ?? operations.get(method === 'HEAD' ? 'GET' : method);
  if (operation === undefined) throw new Refusal('route-not-found');
  const route: Route = ROUTES[operation];
  if (!route.scopes.some((scope) => scopes.includes(scope))) {
    throw new Refusal('forbidden', {
      headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${route.scopes.join(' ')}"` },
    });
  }
  const body = bodyOf(operation, context.req.raw);
  if (body === 'json') await countBody(context, jsonBytes);
  const { requestId } = context.var;
  const caller = { by: identity.by, scopes, app, language: languageOf(context, language), requestId };
  const { raw } = context.req;
  const answer = await askObject({
    app,
    isSafe: route.method === 'GET' || route.method === 'HEAD',
    ask: () =>
      objects.getByName(app, { locationHint }).fetch(forwarded(raw, { caller, method: route.method, body })),
  });
  const isHead = method === 'HEAD';
  // Nobody reads it, and it can be a stream that waits to be read
  if (isHead) await answer.body?.cancel();
  // With headers that can be added to
  return new Response(isHead ? null : answer.body, answer);
}

/** JSON is read whole by who gets it, so that it must not be long. */
async function countBody<Env extends object>(
  context: Context<DoorEnv<Env>, string>,
  most: number,
): Promise<void> {
  const refuse = (): never => {
    throw tooLarge('body', `of JSON may have ${most} bytes at the most`);
  };
  await bodyLimit({ maxSize: most, onError: refuse })(context, async () => {
    // What comes next is up to the caller of this function
  });
}
