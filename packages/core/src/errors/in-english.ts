import type * as z from 'zod/mini';
import { maskSecrets } from '../display/mask.ts';
import { show } from '../display/show.ts';

/**
 * What is said of an input where a schema has no words of its own: the small zod knows none by itself, and those of the
 * whole one name no value.
 */
export function inEnglish(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS.get(issue.expected) ?? issue.expected}, but is ${kindOf(issue.input)}`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}, but is ${kindOf(issue.input)}`;
    case 'too_small':
      return bound(issue, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
    case 'too_big':
      return bound(issue, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
    case 'unrecognized_keys':
      return `must not have ${issue.keys.map(named).join(', ')}: no such field is known`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'has a name that cannot be';
    case 'invalid_union':
      return `must have one of its documented forms, but is ${kindOf(issue.input)}`;
    default:
      return 'is not in its documented form';
  }
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'a string'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'an array'],
  ['object', 'an object'],
  ['record', 'an object'],
]);

/** A text is not shown: a secret may stand in the wrong place. */
const kindOf = (input: unknown): string => (typeof input === 'string' ? 'a string' : show(input));

const LONGEST_NAME = 40;

const named = (field: string): string => JSON.stringify(maskSecrets(field.slice(0, LONGEST_NAME)));

interface Bound {
  readonly origin: string;
  readonly exact?: boolean;
  readonly input?: unknown;
}

function bound({ origin, exact, input }: Bound, how: string, limit: number | bigint): string {
  const most = `${exact === true ? 'exactly' : how} ${limit}`;
  if (origin === 'string') return `must have ${most} characters, but has ${String(input).length}`;
  if (origin === 'array') return `must have ${most} items, but is ${show(input)}`;
  return `must be ${most}, but is ${show(input)}`;
}
