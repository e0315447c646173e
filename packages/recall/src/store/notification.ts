import type { RecallFacts } from '../summary/facts.ts';

/** Which notification a recall takes back, of which app of which vendor. */
export type OfNotification = Pick<RecallFacts, 'vendor' | 'app' | 'selector'>;

/** As text: the same for the same notification, in whatever order its fields stand. */
export function notificationOf({ vendor, app, selector }: OfNotification): string {
  const fields = Object.entries(selector).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([vendor, app, fields]);
}

/** In words, for an error. */
export const nameOf = ({ app, selector }: OfNotification): string =>
  [`app ${app}`, ...Object.entries(selector).map(([name, value]) => `${name} ${value}`)].join(', ');
