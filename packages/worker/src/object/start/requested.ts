import { InvalidRequestError, parseRequest } from '@unpush/core';
import type { Selector } from '../../app/app.ts';
import { startRecallSchema, type Choices } from '../../contract/choices.ts';
import type { ListReading } from '../../store/uploads.ts';
import { bodyOf, bytesOf } from '../routes/body-of.ts';
import { without } from '../settings/without.ts';
import type { Asked } from '../object-parts.ts';
import { formatOf, uploadCompleteOf, uploadLengthOf } from './headers.ts';
import { readQuery } from './query.ts';

/** A recall that is asked for. */
export interface Requested {
  readonly selector: Selector;
  readonly choices: Choices;
  readonly reading: ListReading;
  readonly list: RequestedList;
}

/** Where its targets are: in JSON, or in a body that comes in. */
export type RequestedList =
  | { readonly kind: 'given'; readonly targets: readonly unknown[] }
  | { readonly kind: 'part'; readonly body: ReadableStream<Uint8Array>; readonly isLast: boolean };

/** Reads all of a request but a streamed list. Throws `InvalidRequestError`, or refuses the type of its body. */
export async function requestedBy(request: Request, { app }: Asked): Promise<Requested> {
  const format = formatOf(request.headers);
  if (format === 'json') {
    const { selector: given, targets, ...choices } = parseRequest(startRecallSchema, await bodyOf(request));
    const selector = app.parseSelector(given);
    const list = { kind: 'given', targets: targetsOf(app.onlyTarget(selector), targets) } as const;
    return {
      selector,
      choices,
      reading: { format: 'ndjson', dedupe: choices.dedupe ?? true, name: 'body' },
      list,
    };
  }
  const { selector, choices, field } = readQuery(new URL(request.url).searchParams, app);
  if (app.onlyTarget(selector) !== undefined) {
    refuse('the selector says it all, so there is no list: ask with a body of application/json');
  }
  if (field !== undefined && format === 'txt') refuse('has no meaning for text/plain', 'field');
  const body = bytesOf(request);
  if (body === null) refuse('must be the list of targets, but is empty', 'body');
  const length = uploadLengthOf(request.headers);
  const reading = {
    format,
    dedupe: choices.dedupe ?? true,
    ...(field !== undefined && { field }),
    ...(length !== undefined && { length }),
  };
  return {
    selector,
    choices,
    reading,
    list: { kind: 'part', body, isLast: uploadCompleteOf(request.headers) },
  };
}

function targetsOf(only: string | undefined, targets: readonly unknown[] | undefined): readonly unknown[] {
  if (only !== undefined) {
    return targets === undefined ? [only] : refuse('must be left out: the selector says it all');
  }
  return targets ?? refuse('must be the list of targets, but is missing');
}

function refuse(problem: string, field = 'targets'): never {
  throw new InvalidRequestError([{ field, problem }]);
}

/** Tells a request from another one under the same key: all but who asks and why. Its list is compared with what stands. */
export function fingerprintOf({ selector, choices, reading, list }: Requested): string {
  const counted = without(choices, ['reason']);
  const parts = { ...selector, ...counted, ...reading, kind: list.kind };
  return JSON.stringify(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));
}
