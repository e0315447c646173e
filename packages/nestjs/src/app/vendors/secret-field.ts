import * as z from 'zod';
import { kindShown } from '../../options/kind-shown.ts';

/** A secret that lies in a file, read when the application starts. */
export interface SecretFile {
  /** Its path; a relative one begins at the working directory. */
  readonly file: string;
}

export const isSecretFile = (source: unknown): source is SecretFile =>
  typeof source === 'object' && source !== null && 'file' in source && Object.keys(source).length === 1;

/** A secret in code, or the file it lies in. What it holds is read by whoever needs it, and shown by nobody. */
export const secretField = <T>(what: string): z.ZodType<T> =>
  z.custom<T>(
    (given) =>
      isSecretFile(given)
        ? typeof given.file === 'string' && given.file !== ''
        : typeof given === 'string' ||
          typeof given === 'function' ||
          (typeof given === 'object' && given !== null),
    {
      error: ({ input }) =>
        isSecretFile(input)
          ? 'must have the path of a file as its file'
          : `must be ${what}, or { file: PATH }; got ${kindShown(input)}`,
    },
  );

/** Others than its owner may read the file. */
export const warnOfLooseMode = ({ file }: SecretFile, warn: (message: string) => void): void =>
  warn(`${file} can be read by others than its owner: it holds a secret (chmod 600).`);
