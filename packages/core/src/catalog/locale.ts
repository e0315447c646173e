import type { HuaweiCode } from '../huawei/catalog.ts';
import type { MpaasCode } from '../mpaas/catalog.ts';
import type { About, Advice } from '../revoker/advice.ts';
import type { CatalogText } from './entry.ts';
import type { HttpStatus } from './http.ts';

/** Texts by code. */
export type Texts<Code extends string> = Readonly<Record<Code, CatalogText>>;

/** Advice as people read it: `retry` reads differently where the vendor only wants us to be slower. */
export type AdviceWord = Exclude<Advice, 'retry'> | 'retry-slower' | 'retry-later';

/** All the catalog's words in one language. The keys are the tables' own, so a missing text does not compile. */
export interface Locale {
  readonly about: Readonly<Record<About, string>>;
  readonly advice: Readonly<Record<AdviceWord, string>>;
  readonly texts: {
    readonly huawei: { readonly code: Texts<HuaweiCode>; readonly http: Texts<HttpStatus> };
    readonly mpaas: { readonly code: Texts<MpaasCode>; readonly http: Texts<HttpStatus> };
  };
}
