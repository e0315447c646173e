import type { RecallFacts } from '../../summary/facts.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OutcomeSpan } from '../../ledger/read/outcomes.ts';

/** What the recall is about that a subject keeps the ledger of: 100 targets. */
export const CONTRACT_FACTS: RecallFacts = {
  recallId: 'r-0123456789',
  vendor: 'huawei',
  app: '104856789',
  selector: { notifyId: 3_114_932, pushType: 'notification' },
  endpoint: 'https://push-api.cloud.huawei.com',
  input: {
    files: [
      {
        path: 'tokens.txt',
        format: 'txt',
        gzip: false,
        bytes: 11_300,
        digest: 'b4a1f3c2d5e60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
        read: 103,
        malformed: 1,
        duplicate: 2,
      },
    ],
    dedupe: true,
    totals: { read: 103, malformed: 1, duplicate: 2 },
  },
  versions: { unpush: '0.1.0', node: '24.21.0' },
  createdAt: 1_735_689_600_000,
};

/** A recall that is about {@link CONTRACT_FACTS}, and was never begun. */
export interface LedgerSubject {
  /** Takes the recall. An owner that took it before is gone then, as if its process had died. */
  take(): Promise<Ledger>;
  /** What lies there, by position. */
  outcomes(): Promise<readonly OutcomeSpan[]>;
  evidence(): Promise<readonly string[]>;
}

/** A recall that can be taken by one owner at a time. */
export interface OwnedSubject {
  /** Rejects with a `LedgerError` of the problem `under-way` while another owner has it. */
  take(): Promise<{ readonly letGo: () => void | Promise<void> }>;
}
