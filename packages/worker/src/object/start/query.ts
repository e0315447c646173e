import { InvalidRequestError, parseRequest, problemsIn, show, type RequestProblem } from '@unpush/core';
import type { GatewayApp, Selector } from '../../app/app.ts';
import { choicesSchema, type Choices } from '../../contract/choices.ts';

/** What stands in the query of an upload. */
export interface UploadQuery {
  readonly selector: Selector;
  readonly choices: Choices;
  /** NDJSON: the field of the targets. */
  readonly field?: string;
}

const NUMBERS = ['canary', 'batchSize', 'giveUpAfterMs'];
const SWITCHES = ['dedupe', 'keepGoing', 'again'];

/** Throws `InvalidRequestError` that names the parameter. */
export function readQuery(query: URLSearchParams, app: GatewayApp): UploadQuery {
  const selector: Record<string, unknown> = {};
  const choices: Record<string, unknown> = {};
  let field: string | undefined;
  for (const [name, value] of query) {
    if (
      Object.hasOwn(selector, name) ||
      Object.hasOwn(choices, name) ||
      (name === 'field' && field !== undefined)
    ) {
      throw new InvalidRequestError([{ field: name, problem: 'is given twice: give it once' }]);
    }
    if (app.selectorFields.includes(name)) selector[name] = value;
    else if (name === 'field') field = value;
    else choices[name] = valueOf(name, value);
  }
  const wrong = problemsIn(choicesSchema, choices);
  return {
    selector: parsed(() => app.parseSelector(selector), wrong),
    choices: parseRequest(choicesSchema, choices),
    ...(field !== undefined && { field }),
  };
}

/** One misspelt is seldom wrong alone: what it should have been is missing then. */
function parsed(parse: () => Selector, wrong: readonly RequestProblem[]): Selector {
  try {
    return parse();
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    throw new InvalidRequestError([...wrong, ...error.problems]);
  }
}

function valueOf(name: string, value: string): unknown {
  if (NUMBERS.includes(name) && /^-?\d{1,15}$/.test(value)) return Number(value);
  return SWITCHES.includes(name) ? truthOf(name, value) : value;
}

function truthOf(name: string, value: string): boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  throw new InvalidRequestError([{ field: name, problem: `must be true or false, but is ${show(value)}` }]);
}

/** A switch of a query that stands for itself. Throws `InvalidRequestError`. */
export function switchOf(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  return value !== null && truthOf(name, value);
}
