import { ServiceRefusal } from '../answers/refusals.ts';
import type { Parameters } from '../parameters.ts';

/** Which part of a list is asked for. */
export interface AskedPage {
  /** The first is 1. */
  readonly number: number;
  readonly size: number;
}

/** Reads the two parameters of a page. */
export function pageOf(
  parameters: Parameters,
  { numberName, defaultSize }: { readonly numberName: string; readonly defaultSize: number },
): AskedPage {
  const number = parameters.integer(numberName) ?? 1;
  const size = parameters.integer('PageSize') ?? defaultSize;
  if (!(number >= 1 && size >= 1)) throw new ServiceRefusal('3028', `${numberName} and PageSize begin at 1.`);
  return { number, size };
}

/** That part of the list. */
export function partOf<T>(list: readonly T[], { number, size }: AskedPage): readonly T[] {
  return list.slice((number - 1) * size, number * size);
}
