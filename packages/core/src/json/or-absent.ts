import * as z from 'zod/mini';

/**
 * A field of an answer that is as good as absent where it is not what the schema says.
 *
 * Not zod's `catch`: it has a bundle carry all of zod's helpers.
 */
export const orAbsent = <T extends z.core.$ZodType>(
  schema: T,
): z.ZodMiniOptional<z.ZodMiniType<z.output<T> | undefined>> =>
  z.optional(
    z.pipe(
      z.unknown(),
      z.transform((given) => fitting(schema, given)),
    ),
  );

function fitting<T extends z.core.$ZodType>(schema: T, given: unknown): z.output<T> | undefined {
  const read = z.safeParse(schema, given);
  return read.success ? read.data : undefined;
}
