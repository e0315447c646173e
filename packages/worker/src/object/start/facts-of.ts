import type { Admission, AuditNote, RecallFacts } from '@unpush/recall';
import type { GatewayApp } from '../../app/app.ts';
import type { Draft } from '../../store/object-store.ts';
import { VERSION } from '../../version.ts';

/** What a new recall is made of. */
export interface NewRecall {
  readonly app: GatewayApp;
  readonly draft: Draft;
  readonly admission: Pick<Admission, 'recallId' | 'input'>;
  readonly started?: AuditNote | undefined;
}

/** What a new recall is about. */
export const factsOf = ({ app, draft, admission, started }: NewRecall): RecallFacts => ({
  recallId: admission.recallId,
  vendor: app.vendor,
  app: app.vendorApp,
  selector: draft.selector,
  endpoint: app.endpoint,
  input: admission.input,
  versions: { '@unpush/worker': VERSION },
  createdAt: draft.createdAt,
  ...(started !== undefined && { started }),
});
