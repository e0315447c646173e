import { show } from '@unpush/core';
import type { Operation } from '../../contract/routes.ts';
import { Refusal } from '../../answers/refusal.ts';

const JSON_TYPE = 'application/json';
const LIST_TYPES = ['text/plain', 'application/x-ndjson'];

/** The bodies that are read. Of everything else none is handed on. */
const BODIES: Readonly<Partial<Record<Operation, readonly string[]>>> = {
  startRecall: [JSON_TYPE, ...LIST_TYPES],
  continueUpload: LIST_TYPES,
  stopRecall: [JSON_TYPE],
  resumeRecall: [JSON_TYPE],
};

/** What a body is: a list goes on as a stream, however long; JSON is counted. */
export type BodyKind = 'none' | 'json' | 'list';

/** Tells what a body is by its headers. Refuses one that the operation does not read. */
export function bodyOf(operation: Operation, { body, headers }: Request): BodyKind {
  const types = BODIES[operation];
  if (types === undefined || isEmpty(body, headers)) return 'none';
  const type = (headers.get('Content-Type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
  if (!types.includes(type)) throw unsupported('Content-Type', { came: type, known: types });
  const encoding = headers.get('Content-Encoding')?.trim().toLowerCase() ?? 'identity';
  const encodings = type === JSON_TYPE ? ['identity'] : ['identity', 'gzip'];
  if (!encodings.includes(encoding))
    throw unsupported('Content-Encoding', { came: encoding, known: encodings });
  return type === JSON_TYPE ? 'json' : 'list';
}

/** A list may be empty, and is still one: whoever sends it says of what type. */
const isEmpty = (body: ReadableStream | null, headers: Headers): boolean =>
  body === null || (headers.get('Content-Length') === '0' && !headers.has('Content-Type'));

const unsupported = (
  field: string,
  { came, known }: { readonly came: string; readonly known: readonly string[] },
): Refusal =>
  new Refusal('unsupported-media-type', {
    errors: [
      { field, problem: `must be ${known.join(' or ')}, but is ${came === '' ? 'missing' : show(came)}` },
    ],
  });
