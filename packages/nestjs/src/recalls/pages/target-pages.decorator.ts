import { DiscoveryService } from '@nestjs/core';
import type { PagedTargets } from '@unpush/recall';

/** What a class is marked with. */
export const PAGES_MARK = DiscoveryService.createDecorator<string>();

/**
 * Marks a provider that keeps targets in pages, such as rows of the team's own database, under a name by which recalls
 * are started from it. The pages must stay as they are until the recall is finished.
 *
 * @param name - one of its own in the whole application.
 *
 * @example
 * ```ts
 * @TargetPages('audience')
 * @Injectable()
 * export class AudiencePages implements PagedTargets<{ campaign: string }> {
 *   async page({ cursor, parameters }: PageRequest<{ campaign: string }>): Promise<TargetPage> {
 *     const rows = await this.devices.after(cursor ?? '', parameters.campaign, 5000);
 *     const last = rows.at(-1);
 *     return { targets: rows.map(({ token }) => token), ...(rows.length === 5000 && last && { next: last.id }) };
 *   }
 * }
 *
 * await recalls.start({ selector, pages: 'audience', parameters: { campaign: 'spring' } });
 * ```
 */
export const TargetPages =
  (name: string) =>
  // What a constructor takes is Nest's business
  (target: abstract new (...parameters: never[]) => PagedTargets): void => {
    PAGES_MARK(name)(target);
  };
