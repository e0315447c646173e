import type { InputError } from '../intake/input-error.ts';

/**
 * Whether a list that cannot be read is the caller's own, which they can mend. What the system said, or the team's code,
 * is their business alone; but what is wrong with packed data stands in the data.
 */
export function isOfCaller(error: InputError): boolean {
  if (isOfPages(error)) return false;
  return error.cause === undefined || isOfPackedData(error.cause);
}

/** A provider's pages come of the team's own database. This is how they are called in errors. */
const isOfPages = ({ message, file }: InputError): boolean =>
  file === undefined ? message.startsWith('pages ') : file.startsWith('pages:');

const isOfPackedData = (cause: unknown): boolean =>
  typeof cause === 'object' &&
  cause !== null &&
  'code' in cause &&
  typeof cause.code === 'string' &&
  cause.code.startsWith('Z_');
