import { InvalidRequestError, show } from '@unpush/core';
import type { TargetFile, TargetFormat, TargetInput } from '@unpush/recall';
import type { PagesRegistry } from '../pages/pages-registry.ts';
import { kindOf } from './check-choices.ts';
import type { RecallRequest } from './recall-request.ts';

const WAYS = ['targets', 'files', 'stream', 'pages'] as const;
const NAMES = WAYS.join(', ');

/** What it takes to find the targets of a request. */
export interface InputMeans {
  /** The one target where the selector already says whom the notification went to. */
  readonly only: string | undefined;
  readonly pages: Pick<PagesRegistry, 'get'>;
}

/** Whom the notification went to, as a store reads it. Throws `InvalidRequestError`. */
export function targetInputOf(request: RecallRequest, { only, pages }: InputMeans): TargetInput {
  const given = WAYS.filter((way) => request[way] !== undefined);
  const [way, second] = given;
  if (only !== undefined) {
    if (way === undefined) return { targets: [only] };
    throw refuse(way, 'must be left out beside taskId: a task is revoked as a whole');
  }
  if (second !== undefined) throw refuse(second, `must be left out beside ${way}: give one of ${NAMES}`);
  if (request.targets !== undefined) return { targets: checkIterable(request.targets) };
  if (request.files !== undefined) return { files: checkFiles(request.files) };
  if (request.stream !== undefined) return { stream: checkStream(request.stream), ...formatOf(request) };
  if (request.pages !== undefined) {
    const { pages: name, parameters } = request;
    const asked = parameters === undefined ? {} : { parameters: checkJson(parameters) };
    return { pages: pages.get(name), name, ...asked };
  }
  throw refuse('targets', `must be given, in one of these ways: ${NAMES}`);
}

const refuse = (field: string, problem: string): InvalidRequestError =>
  new InvalidRequestError([{ field, problem }]);

/** As plain JavaScript may pass it. One string would be read letter by letter. */
function checkIterable<T extends object>(targets: T): T {
  const value: unknown = targets;
  if (
    typeof value === 'object' &&
    value !== null &&
    (Symbol.iterator in value || Symbol.asyncIterator in value)
  ) {
    return targets;
  }
  throw refuse('targets', `must be an array of texts, or another iterable of them; got ${kindOf(value)}`);
}

function checkFiles(files: readonly (string | TargetFile)[]): readonly TargetFile[] {
  const value: unknown = files;
  if (!Array.isArray(value) || value.length === 0) {
    throw refuse('files', `must be an array with a path at least; got ${kindOf(value)}`);
  }
  return files.map((file, index) => checkFile(typeof file === 'string' ? { path: file } : file, index));
}

function checkFile(file: TargetFile, index: number): TargetFile {
  const value: unknown = file;
  const path: unknown = typeof value === 'object' && value !== null && 'path' in value ? value.path : value;
  if (typeof path === 'string' && path !== '') return file;
  throw refuse(`files.${index}`, `must be a path, or an object with one; got ${show(path)}`);
}

function checkStream(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const value: unknown = stream;
  if (typeof value === 'object' && value !== null && Symbol.asyncIterator in value) return stream;
  throw refuse('stream', `must be a stream of bytes, such as a request; got ${kindOf(value)}`);
}

function formatOf({ format, column, field }: TargetFormat): TargetFormat {
  return {
    ...(format !== undefined && { format }),
    ...(column !== undefined && { column }),
    ...(field !== undefined && { field }),
  };
}

/** It is kept with the recall, so it must come back as it was. */
function checkJson(parameters: unknown): unknown {
  let text: string | undefined;
  try {
    // The cast: of a function or a symbol there is no text, which the type does not tell
    text = JSON.stringify(parameters);
  } catch {
    text = undefined;
  }
  if (text === undefined) throw refuse('parameters', `must be JSON; got ${show(parameters)}`);
  return JSON.parse(text) as unknown;
}
