import { parseRequest, show } from '@unpush/core';
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
