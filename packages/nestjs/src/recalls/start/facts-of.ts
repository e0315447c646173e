import type { Admission, RecallFacts } from '@unpush/recall';
import type { Selector, UnpushApp } from '../../app/app.ts';
import { VERSION } from '../../version/version.ts';

/** What a new recall is about. */
export interface NewRecall {
  readonly app: UnpushApp;
  readonly selector: Selector;
  readonly admission: Pick<Admission, 'recallId' | 'input'>;
}

export const factsOf = ({ app, selector, admission }: NewRecall): RecallFacts => ({
  recallId: admission.recallId,
  vendor: app.vendor,
  app: app.vendorApp,
  selector,
  endpoint: app.endpoint,
  input: admission.input,
  versions: { '@unpush/nestjs': VERSION, node: process.versions.node },
  createdAt: Date.now(),
});
