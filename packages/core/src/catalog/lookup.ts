import { HUAWEI_CODES, HUAWEI_HTTP, type HuaweiCode } from '../huawei/catalog.ts';
import { MPAAS_CODES, MPAAS_HTTP, type MpaasCode } from '../mpaas/catalog.ts';
import { VENDORS, type CatalogEntry, type Vendor } from './entry.ts';
import type { CatalogTable } from './row.ts';

type Kind = CatalogEntry['kind'];

const KINDS: readonly Kind[] = ['code', 'http'];

const TABLES: Readonly<Record<Vendor, Readonly<Record<Kind, CatalogTable>>>> = {
  huawei: { code: HUAWEI_CODES, http: HUAWEI_HTTP },
  mpaas: { code: MPAAS_CODES, http: MPAAS_HTTP },
};

/** Every row of every vendor: codes first, then HTTP statuses. */
export const CATALOG: readonly CatalogEntry[] = VENDORS.flatMap((vendor) =>
  KINDS.flatMap((kind) =>
    Object.entries(TABLES[vendor][kind]).map(([code, row]): CatalogEntry => ({
      vendor,
      kind,
      code,
      ...row,
      targetFatal: false,
    })),
  ),
);

const keyOf = ({ vendor, kind, code }: Pick<CatalogEntry, 'vendor' | 'kind' | 'code'>): string =>
  `${vendor} ${kind} ${code}`;

const BY_KEY: ReadonlyMap<string, CatalogEntry> = new Map(CATALOG.map((entry) => [keyOf(entry), entry]));

const FAMILIES = CATALOG.filter(({ code }) => code.endsWith('*')).map((entry) => ({
  entry,
  beginning: entry.code.slice(0, -1),
}));

/** A code as it stood in an answer's body. */
export interface CodeQuestion {
  readonly vendor: Vendor;
  readonly code: string;
}

/** The HTTP status of an answer whose body holds no code that the catalog knows. */
export interface HttpQuestion {
  readonly vendor: Vendor;
  readonly status: number;
}

/**
 * What is known of a code, or `undefined`. Exact codes come before families (`Throttling*`), whose row keeps its
 * own `code`: what the vendor really sent is for the caller to keep.
 *
 * @example
 * ```ts
 * lookUp({ vendor: 'huawei', code: '80300028' }).advice; // 'split'
 * lookUp({ vendor: 'mpaas', code: 'Throttling.User' })?.about; // 'quota'
 * ```
 */
export function lookUp<C extends HuaweiCode>(question: {
  readonly vendor: 'huawei';
  readonly code: C;
}): CatalogEntry & (typeof HUAWEI_CODES)[C];
export function lookUp<C extends MpaasCode>(question: {
  readonly vendor: 'mpaas';
  readonly code: C;
}): CatalogEntry & (typeof MPAAS_CODES)[C];
export function lookUp(question: CodeQuestion): CatalogEntry | undefined;
export function lookUp({ vendor, code }: CodeQuestion): CatalogEntry | undefined {
  return (
    BY_KEY.get(keyOf({ vendor, kind: 'code', code })) ??
    FAMILIES.find(({ entry, beginning }) => entry.vendor === vendor && code.startsWith(beginning))?.entry
  );
}

/**
 * What a bare HTTP status means, or `undefined`. An exact status comes before its class (`3xx`).
 *
 * @example
 * ```ts
 * lookUpHttp({ vendor: 'huawei', status: 503 })?.about; // 'quota'
 * ```
 */
export function lookUpHttp({ vendor, status }: HttpQuestion): CatalogEntry | undefined {
  const find = (code: string): CatalogEntry | undefined => BY_KEY.get(keyOf({ vendor, kind: 'http', code }));
  return find(String(status)) ?? find(`${Math.floor(status / 100)}xx`);
}
