import { VENDORS, type CatalogEntry } from './entry.ts';
import { CATALOG, lookUpHttp } from './lookup.ts';

/** Full-width digits and letters of a Chinese keyboard become plain ones; case does not matter. */
export const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const withoutStop = (text: string): string => text.replace(/\.$/, '');

/** `HTTP 503`, `http503`, `HTTP/1.1 503 Service Unavailable`, `HTTP 3xx` */
const HTTP_TYPED = /^http(?:\/\d(?:\.\d)?)?[\s:_-]*([1-5](?:\d\d|xx))\b/;
const STATUS = /^[1-5]\d\d$/;

const CODES = CATALOG.filter(({ kind }) => kind === 'code');
const CLASSES = CATALOG.filter(({ kind }) => kind === 'http');

/**
 * The rows that a typed code may mean: those of this code or name, then those with this message, then HTTP
 * statuses; each in the catalog's order.
 */
export function matchCodes(typed: string): readonly CatalogEntry[] {
  const wanted = fold(typed);
  const http = HTTP_TYPED.exec(wanted)?.[1];
  if (http !== undefined) return statuses(http);
  return [...codes(wanted), ...statuses(wanted)];
}

function codes(wanted: string): readonly CatalogEntry[] {
  const named = CODES.filter((entry) => isNamed(entry, wanted));
  const worded = CODES.filter((entry) => !named.includes(entry) && isWorded(entry, wanted));
  const exact = [...named, ...worded];
  return exact.length > 0 ? exact : CODES.filter((entry) => isOfFamily(entry, wanted));
}

function isNamed({ code, name }: CatalogEntry, wanted: string): boolean {
  return [code, code.replace(/\*$/, ''), name ?? code].some((word) => fold(word) === wanted);
}

const isWorded = ({ message }: CatalogEntry, wanted: string): boolean =>
  withoutStop(fold(message)) === withoutStop(wanted);

const isOfFamily = ({ code }: CatalogEntry, wanted: string): boolean =>
  code.endsWith('*') && wanted.startsWith(fold(code.slice(0, -1)));

function statuses(wanted: string): readonly CatalogEntry[] {
  if (!STATUS.test(wanted)) return CLASSES.filter(({ code }) => code === wanted);
  return VENDORS.flatMap((vendor) => lookUpHttp({ vendor, status: Number(wanted) }) ?? []);
}
