import type { Parameter } from './signature/canonical-query.ts';

/** The parameters of a query or a form body, in their order, decoded. */
export interface Form {
  readonly parameters: readonly Parameter[];
  /** Whether everything in it is UTF-8, percent-encoded or not. What is not stands there as it came. */
  readonly isUtf8: boolean;
}

/** Reads `a=1&b=2`. */
export function parseForm(text: string): Form {
  let isUtf8 = true;
  const decode = (part: string): string => {
    if (!/[%+]/.test(part)) return part;
    try {
      return decodeURIComponent(part.replaceAll('+', ' '));
    } catch {
      isUtf8 = false;
      return part;
    }
  };
  const parameters = text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): Parameter => {
      const end = pair.indexOf('=');
      return end === -1 ? [decode(pair), ''] : [decode(pair.slice(0, end)), decode(pair.slice(end + 1))];
    });
  return { parameters, isUtf8 };
}
