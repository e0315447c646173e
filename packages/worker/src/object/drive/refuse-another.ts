import { InvalidRequestError } from '@unpush/core';
import { LedgerError, type OwnedRecall } from '@unpush/recall';
import type { GatewayApp } from '../../app/app.ts';

/**
 * Evidence names the app and the endpoint that a recall was begun with, so it goes on at no other.
 *
 * @throws LedgerError `not-found` where it is another app; InvalidRequestError where it is another endpoint.
 */
export function refuseAnother(
  { recallId, facts }: Pick<OwnedRecall, 'recallId' | 'facts'>,
  app: Pick<GatewayApp, 'vendor' | 'vendorApp' | 'endpoint'>,
): void {
  if (facts.vendor !== app.vendor || facts.app !== app.vendorApp) {
    throw new LedgerError(`recall ${recallId} was begun for another app (${facts.app}).`, {
      problem: 'not-found',
      recallId,
    });
  }
  if (facts.endpoint === app.endpoint) return;
  const problem = `recall ${recallId} was begun at ${facts.endpoint}, and the app's endpoint is ${app.endpoint} by now: begin a new recall`;
  throw new InvalidRequestError([{ field: 'recallId', problem }]);
}
