import { OPENAPI } from '../../../src/openapi/index.ts';

interface Documented {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, unknown>>;
}
interface Reference {
  readonly $ref: string;
}
interface DocumentedOperation {
  readonly responses: Readonly<Record<string, Documented | Reference>>;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Documented>> };
}

// The cast: what scripts/openapi.ts makes
const DOCUMENT = JSON.parse(OPENAPI) as OpenApi;

/** Of HTTP itself. */
const EVERYWHERE = ['cache-control', 'content-length', 'content-type', 'x-accel-buffering'];

/** What the door adds. */
const OF_THE_DOOR = ['X-Request-Id', 'WWW-Authenticate'];

/** Throws where an answer has a status, a header or a type that the OpenAPI document does not know of its operation. */
export function assertDocumented(
  { method, path }: { readonly method: string; readonly path: string },
  answer: Response,
): void {
  const operation = operationOf(method, path);
  if (operation === undefined) return;
  const what = `${method} ${path} answers ${answer.status}`;
  const found = operation.responses[String(answer.status)];
  if (found === undefined) throw new Error(`${what}, which is not documented`);
  const { headers = {}, content = {} } = '$ref' in found ? resolved(found) : found;
  const known = [...EVERYWHERE, ...Object.keys(headers).map((name) => name.toLowerCase())];
  const unknown = [...answer.headers.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${what} with ${unknown.join()}, which is not documented`);
  const missing = Object.entries(headers)
    .filter(
      ([name, { required }]) => required === true && !OF_THE_DOOR.includes(name) && !answer.headers.has(name),
    )
    .map(([name]) => name);
  if (missing.length > 0) throw new Error(`${what} without ${missing.join()}, which the document promises`);
  const type = answer.headers.get('Content-Type')?.replace(/;.*/, '');
  if (type !== undefined && !(type in content))
    throw new Error(`${what} as ${type}, which is not documented`);
}

function operationOf(method: string, path: string): DocumentedOperation | undefined {
  for (const [template, operations] of Object.entries(DOCUMENT.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
    if (pattern.test(path.replace(/\?.*/, ''))) return operations[method.toLowerCase()];
  }
  return undefined;
}

function resolved({ $ref }: Reference): Documented {
  const response = DOCUMENT.components.responses[$ref.replace(/.*\//, '')];
  if (response === undefined) throw new Error(`the document leads to ${$ref}, and has none`);
  return response;
}
