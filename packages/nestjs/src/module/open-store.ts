import type { RecallStore } from '@unpush/recall';
import { directoryStore } from '@unpush/recall/node';
import type { StoreParts, UnpushCommonOptions } from './options/module-options.ts';
import { stateDirectory } from './options/state-directory.ts';
import type { UnpushResources } from './resources.ts';

/** What a store is opened with. */
export interface StoreMeans extends StoreParts {
  readonly resources: UnpushResources;
  /** Told where recalls are kept, where nobody has said it. */
  readonly log: (message: string) => void;
}

/** The place for recalls. What was given ready made belongs to whoever made it; all else is closed by the module. */
export async function openStore(
  { ledger }: Pick<UnpushCommonOptions, 'ledger'>,
  { resources, pages, log }: StoreMeans,
): Promise<RecallStore> {
  if (typeof ledger === 'function') return resources.own(await ledger({ pages }));
  if (ledger !== undefined && !('directory' in ledger)) return ledger;
  const directory = ledger?.directory ?? stateDirectory();
  if (ledger === undefined)
    log(`Recalls are kept in ${directory}: "ledger" of the options can name another place.`);
  return resources.own(directoryStore({ directory }));
}
