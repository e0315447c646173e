import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { appListSchema, healthSchema } from '../../src/contract/apps.ts';
import { APPS, ROUTES, type Operation, type Route } from '../../src/contract/routes.ts';
import { REQUEST_ID } from './answers.ts';
import { APPS as APPS_EXAMPLE } from './examples.ts';
import { OF_ALL, problems } from './problems.ts';
import { RECALLS, type OperationWords } from './recalls.ts';

const SECURITY = [{ key: [] }, { access: [] }];

/** The OpenAPI document of the gateway, from its routes and schemas. */
export const openApiDocument = (version: string): object =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'unpush gateway',
      version,
      summary: 'Takes back push notifications that should not have been sent.',
      description:
        'HEAD is answered wherever GET is. Problems are answered as `application/problem+json`; what each means: https://github.com/unpush/unpush/blob/main/docs/problems.md',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'Where this document is read from.' }],
    tags: [
      { name: 'recalls', description: 'Recalls of an app.' },
      { name: 'gateway', description: 'The gateway itself.' },
    ],
    paths: { ...OWN, ...pathsOfRecalls() },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of the gateway, with scopes and apps.' },
        access: {
          type: 'apiKey',
          in: 'header',
          name: 'Cf-Access-Jwt-Assertion',
          description: 'Set by Cloudflare Access, where it stands before the gateway.',
        },
      },
    },
  });

function pathsOfRecalls(): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, object>> = {};
  // Their names are those of the table of routes, which holds them all
  for (const [operationId, route] of Object.entries<Route>(ROUTES) as [Operation, Route][]) {
    const path = `${APPS}/{app}${route.path.replace(/:(\w+)/g, '{$1}')}`;
    const scopes = route.scopes.map((scope) => `\`${scope}\``).join(' or ');
    const words: OperationWords = RECALLS[operationId];
    (paths[path] ??= {})[route.method.toLowerCase()] = {
      operationId,
      tags: ['recalls'],
      ...words,
      description: [words.description ?? [], `Needs the scope ${scopes}.`].flat().join('\n\n'),
      security: SECURITY,
    };
  }
  return paths;
}

/** What the door answers by itself. */
const OWN = {
  '/v1/apps': {
    get: {
      operationId: 'listApps',
      tags: ['gateway'],
      summary: 'List the apps that the caller may use',
      security: SECURITY,
      responses: {
        200: {
          description: 'The apps.',
          headers: REQUEST_ID,
          content: { 'application/json': { schema: appListSchema, example: APPS_EXAMPLE } },
        },
        ...problems(OF_ALL.filter((kind) => !/^(?:forbidden|app-|record-)/.test(kind))),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'readOpenApi',
      tags: ['gateway'],
      summary: 'Read this document',
      security: [],
      responses: {
        200: {
          description: 'This document.',
          // Not where it is a static asset
          headers: { 'X-Request-Id': { ...REQUEST_ID['X-Request-Id'], required: false } },
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        ...problems(['method-not-allowed', 'internal-error']),
      },
    },
  },
  '/healthz': {
    get: {
      operationId: 'readHealth',
      tags: ['gateway'],
      summary: 'Read whether the options of the gateway hold',
      description:
        'It looks at apps, keys and limits as they are written down. It does not look at the keys of the vendors, nor at what keeps the recalls: to list the recalls of an app tries the latter, and the first recall the former.',
      security: [],
      responses: {
        200: {
          description: 'It is.',
          headers: REQUEST_ID,
          content: { 'application/json': { schema: healthSchema, example: { status: 'ok' } } },
        },
        ...problems(['method-not-allowed', 'gateway-misconfigured']),
      },
    },
  },
} satisfies ZodOpenApiPathsObject;
