import type { TargetSource } from '../../intake/target-source.ts';
import type { OwnedRecall } from '../../store/recall-store.ts';
import type { OwnedLedger } from '../ledger/recall-record.ts';
import { readKept, toSettings, type KeptRecall } from './kept-recall.ts';
import { promised } from '../../store/promised.ts';

/** A ledger that is owned here, with the targets of its recall. */
export interface OwnedParts {
  readonly ledger: OwnedLedger;
  readonly source: TargetSource;
  /** Lets go of it. May be called twice. */
  readonly close: () => void;
}

/** A recall that this process owns. The system holds its lock, so nobody can take it while the process lives. */
export function ownedRecall({ ledger, source, close }: OwnedParts): OwnedRecall {
  const { recallId, facts, digest } = ledger;
  const kept = (): KeptRecall => readKept(recallId, ledger.settings);
  const change = (changed: Partial<KeptRecall>): Promise<void> =>
    promised(() => ledger.saveSettings(toSettings({ ...kept(), ...changed })));
  return {
    recallId,
    facts,
    source,
    ...(digest && { digest }),
    begin: (session) => ledger.begin(session),
    sending: (request) => ledger.sending(request),
    verdict: (concluded) => ledger.verdict(concluded),
    end: (ended) => ledger.end(ended),
    get settings() {
      return kept().settings;
    },
    saveSettings: (settings) => change({ settings }),
    wanted: () => promised(() => kept().wanted),
    want: (wanted) => change({ wanted }),
    lost: new AbortController().signal,
    close: () => promised(close),
    [Symbol.asyncDispose]: () => promised(close),
  };
}
