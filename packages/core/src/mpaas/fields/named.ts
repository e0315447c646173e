import * as z from 'zod/mini';
import { show } from '../../display/show.ts';
import { codeParams } from './code-params.ts';

/** Names for what the vendor numbers. */
export interface NamedWords {
  /** As in "must be …": `whom the push is for (DeliveryType)`. */
  readonly what: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** The vendor's code for another value, or none. */
  readonly code?: string;
}

/** Takes a name or its number, and gives the number. */
export function namedSchema({ what, numbers, code }: NamedWords): z.ZodMiniType<number> {
  const names = Object.entries(numbers);
  const known = new Map<unknown, number>(
    names.flatMap(([name, number]) => [[name, number] as const, [number, number] as const]),
  );
  const list = names.map(([name, number]) => `"${name}" (${number})`).join(', ');
  return z.pipe(
    z.unknown(),
    z.transform((given, context): number => {
      const number = known.get(given);
      if (number !== undefined) return number;
      context.issues.push({
        code: 'custom',
        input: given,
        message: `must be ${what}, one of ${list}, but is ${show(given)}`,
        ...codeParams(code),
      });
      return z.NEVER;
    }),
  );
}
