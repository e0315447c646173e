import * as z from 'zod/mini';
import { show } from '../../display/show.ts';

/** Takes `true`, `false`, 1 or 0, and gives the number that the vendor wants. */
export function yesOrNoSchema(what: string): z.ZodMiniType<0 | 1> {
  return z.pipe(
    z.unknown(),
    z.transform((given, context): 0 | 1 => {
      if (given === true || given === 1) return 1;
      if (given === false || given === 0) return 0;
      context.issues.push({
        code: 'custom',
        input: given,
        message: `must say ${what}: true or false, but is ${show(given)}`,
      });
      return z.NEVER;
    }),
  );
}
