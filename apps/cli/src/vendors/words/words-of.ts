import type { RecallFacts } from '@unpush/recall';
import { findDoor } from '../open-door.ts';
import type { VendorDoor } from '../vendor-door.ts';
import type { KeptWords, RecallWords } from './recall-words.ts';

/** What of a door has words. */
type Speaking = Pick<VendorDoor, 'words' | 'describeApp' | 'describeNotification'>;

interface Named extends Pick<RecallFacts, 'app' | 'selector'> {
  /** The settings of the recall, where they are at hand. */
  readonly kept?: KeptWords;
}

/** The words of a recall. */
export const wordsBy = (door: Speaking, { app, selector, kept }: Named): RecallWords => ({
  vendor: door.words,
  app: door.describeApp(app, kept),
  notification: door.describeNotification(selector),
});

/** The same of a recall that a ledger tells of. A newer version may have begun it, by a vendor that nobody here knows. */
export async function wordsOf(facts: Named & Pick<RecallFacts, 'vendor'>): Promise<RecallWords> {
  return wordsBy((await findDoor(facts.vendor)) ?? STRANGER, facts);
}

const STRANGER: Speaking = {
  words: {
    appId: 'app',
    credential: { one: 'a credential', many: 'credentials' },
    renewed: 'The vendor refused the credential; a new one was made.',
    refusedTwice: 'The vendor refused a freshly made credential as well.',
  },
  describeApp: (app) => ({ text: app, fields: { app } }),
  describeNotification: (selector) => {
    const [name = 'notification', value = ''] = Object.entries(selector)[0] ?? [];
    return { id: { name, value: String(value) }, target: { one: 'target', many: 'targets' } };
  },
};
