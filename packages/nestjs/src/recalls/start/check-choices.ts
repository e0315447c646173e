import { InvalidRequestError, parseRequest, show } from '@unpush/core';
import * as z from 'zod';
import { countField, optionsObject, switchField, timeField } from '../../options/fields.ts';
import type { KeptSettings } from '../kept-settings.ts';
import type { RecallRequest } from './recall-request.ts';

const MOST_WORDS = 1000;

const words = z
  .string({ error: ({ input }) => `must be a text; got ${show(input)}` })
  .max(MOST_WORDS, { error: `must have ${MOST_WORDS} characters at the most` });

const schema = optionsObject({
  reason: words.optional(),
  startedBy: words.optional(),
  batchSize: countField({ least: 1 }).optional(),
  canary: countField({ least: 0 }).optional(),
  giveUpAfterMs: timeField().optional(),
  keepGoing: switchField().optional(),
  dedupe: switchField().optional(),
  again: switchField().optional(),
});

/** What was chosen of a recall, once it was checked. */
export interface Choices extends Omit<KeptSettings, 'app'> {
  readonly dedupe: boolean;
  readonly again: boolean;
}

const NAMED_OTHERWISE = [
  'app',
  'selector',
  'signal',
  'targets',
  'files',
  'stream',
  'format',
  'column',
  'field',
  'pages',
  'parameters',
] as const satisfies readonly string[];

/** As plain JavaScript, or the body of a request, may pass it. Throws `InvalidRequestError`. */
export function checkRequest(request: unknown): void {
  const problems = [];
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    const problem = `must be an object with selector and targets; got ${kindOf(request)}`;
    throw new InvalidRequestError([{ field: 'request', problem }]);
  }
  if ('app' in request && request.app !== undefined && typeof request.app !== 'string') {
    problems.push({ field: 'app', problem: `must be the name of an app; got ${show(request.app)}` });
  }
  if ('signal' in request && request.signal !== undefined && !isSignal(request.signal)) {
    problems.push({ field: 'signal', problem: `must be an AbortSignal; got ${kindOf(request.signal)}` });
  }
  if (problems.length > 0) throw new InvalidRequestError(problems);
}

/** By what it can, for a signal of another realm is of another class. */
const isSignal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value;

/** A text in this place may be a target, so it is not shown. */
export const kindOf = (value: unknown): string => (typeof value === 'string' ? 'a string' : show(value));

/** Checks all but the notification and the targets. Throws `InvalidRequestError`. */
export function checkChoices(request: RecallRequest): Choices {
  const choices = Object.fromEntries(
    Object.entries(request).filter(([name]) => !NAMED_OTHERWISE.some((other) => other === name)),
  );
  const { dedupe = true, again = false, ...kept } = parseRequest(schema, choices);
  return { ...present(kept), dedupe, again };
}

/** Without what was left out by saying `undefined`. */
const present = <T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  // The cast: nothing that is undefined is left
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
