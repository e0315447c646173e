import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRecallId } from './recall-id.ts';

/** Where the things of one recall lie. */
export interface RecallFolder {
  readonly recallId: string;
  readonly folder: string;
  readonly database: string;
  /** Held by the owner for as long as it works. */
  readonly lock: string;
  /** For input that can be read only once. */
  readonly spoolDirectory: string;
}

export function recallFolder(directory: string, recallId: string): RecallFolder {
  const folder = join(directory, recallId);
  return {
    recallId,
    folder,
    database: join(folder, 'ledger.sqlite'),
    lock: join(folder, 'lock.sqlite'),
    spoolDirectory: join(folder, 'spool'),
  };
}

/** Every folder that is named like a recall, whether or not there is a ledger in it. */
export function recallFolders(directory: string): readonly RecallFolder[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter(isRecallId)
    .sort()
    .map((name) => recallFolder(directory, name));
}

export const hasLedger = ({ database }: RecallFolder): boolean => existsSync(database);
