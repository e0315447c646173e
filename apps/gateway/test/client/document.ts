import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { DOCUMENT } from '../../scripts/local/api-types.ts';

/** An answer of the gateway, and the operation that it is one of. */
export interface Answer {
  readonly method: string;
  /** As the document has it, such as `/v1/apps/{app}/recalls`. */
  readonly path: string;
  readonly response: Response;
}

/** The OpenAPI document, to hold answers against. */
export interface Document {
  /** What of an answer is not as the document says: status, headers, type and body. Reads a copy of the body. */
  faultsOf(answer: Answer): Promise<readonly string[]>;
  /** What of a value is not as the schema of this name says. */
  faultsIn(schema: string, value: unknown): readonly string[];
}

const JSON_TYPES = ['application/json', 'application/problem+json'];

type Node = Readonly<Record<string, unknown>>;

/** Reads the document of @unpush/worker. */
export async function readDocument(): Promise<Document> {
  const document = JSON.parse(await readFile(DOCUMENT, 'utf8')) as Node; // a JSON object, as a linter has found
  // Its schemas are of 2020-12; the rest of the document is none
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');

  const faultsAt = (pointer: string, value: unknown): readonly string[] => {
    const validate = ajv.compile({ $ref: `document#${pointer}` });
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
  /** Where what stands at these steps is, after the references on the way. */
  const find = (steps: readonly string[]): { readonly pointer: string; readonly node: Node } | undefined => {
    let pointer = '';
    let node: unknown = document;
    for (const step of steps) {
      node = isNode(node) ? node[step] : undefined;
      pointer += `/${escaped(step)}`;
      if (isNode(node) && typeof node['$ref'] === 'string') {
        pointer = node['$ref'].slice(1);
        node = pointer
          .split('/')
          .slice(1)
          .reduce<unknown>((at, name) => (isNode(at) ? at[name] : undefined), document);
      }
    }
    return isNode(node) ? { pointer, node } : undefined;
  };

  return {
    faultsIn: (schema, value) => faultsAt(`/components/schemas/${schema}`, value),
    async faultsOf({ method, path, response }) {
      const { status, headers } = response;
      const about = `${method} ${path} ${String(status)}`;
      const found = find(['paths', path, method.toLowerCase(), 'responses', String(status)]);
      if (found === undefined) return [`${about}: the document knows no such answer`];
      const { headers: named = {}, content } = found.node;
      const faults = Object.entries(isNode(named) ? named : {}).flatMap(([name, header]) => {
        const schema = isNode(header) && isNode(header['schema']) ? header['schema'] : {};
        const text = headers.get(name);
        if (text === null && isNode(header) && header['required'] !== true) return [];
        const value = schema['type'] === 'integer' && text !== null ? Number(text) : text;
        const ofHeader = ajv.compile(schema);
        return ofHeader(value) ? [] : [`${name} is ${String(text)}: ${ajv.errorsText(ofHeader.errors)}`];
      });
      if (isNode(content) && method !== 'HEAD') {
        const type = (headers.get('Content-Type') ?? '').replace(/;.*/, '');
        if (!(type in content)) faults.push(`it is of type ${type}`);
        else if (JSON_TYPES.includes(type)) {
          const body: unknown = await response.clone().json();
          faults.push(...faultsAt(`${found.pointer}/content/${escaped(type)}/schema`, body));
        }
      } else if (headers.has('Content-Type'))
        faults.push('it has a body, of which the document says nothing');
      return faults.map((fault) => `${about}: ${fault}`);
    },
  };
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const escaped = (step: string): string =>
  encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
