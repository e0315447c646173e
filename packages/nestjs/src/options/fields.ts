import { show } from '@unpush/core';
import * as z from 'zod';
import { kindShown } from './kind-shown.ts';

/** A text with something in it. `what` is the end of "must be …". */
export const textField = (what: string): z.ZodString =>
  z
    .string({ error: ({ input }) => `must be ${what}; got ${show(input)}` })
    .regex(/\S/, { error: `must be ${what}, but is empty` });

/** A whole number that is not too small. */
export const countField = ({ least }: { readonly least: number }): z.ZodNumber => {
  const error = ({ input }: { readonly input?: unknown }): string =>
    `must be a whole number, ${least} or more; got ${show(input)}`;
  return z.int({ error }).min(least, { error });
};

/** A time in milliseconds. */
export const timeField = (): z.ZodNumber => {
  const error = ({ input }: { readonly input?: unknown }): string =>
    `must be a time in milliseconds, 0 or more; got ${show(input)}`;
  return z.number({ error }).min(0, { error });
};

/** Targets per second. */
export const quotaField = (): z.ZodNumber => {
  const error = ({ input }: { readonly input?: unknown }): string =>
    `must be a number of targets per second, more than 0; got ${show(input)}`;
  return z.number({ error }).positive({ error });
};

/** Yes or no. */
export const switchField = (): z.ZodBoolean =>
  z.boolean({ error: ({ input }) => `must be true or false; got ${show(input)}` });

/**
 * An object that has just these fields: a slip of the pen is no silent omission. What is `undefined` is not given, as
 * where it comes of the environment.
 */
export const optionsObject = <S extends z.core.$ZodLooseShape>(
  shape: S,
): z.ZodType<z.output<z.ZodObject<S, z.core.$strict>>> => {
  const known = Object.keys(shape).join(', ');
  const fields = z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has no option ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}: its options are ${known}`
        : `must be an object with ${known}; got ${kindShown(issue.input)}`,
  });
  return z.preprocess(withoutUndefined, fields);
};

const withoutUndefined = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    : given;
