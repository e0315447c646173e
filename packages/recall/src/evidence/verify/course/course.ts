import type { TargetCounts } from '../../../summary/summary.ts';
import type { EvidenceRecord, HeaderRecord } from '../../record.ts';
import type { SignatureRecord } from '../../signature.ts';
import { follow, type Stage } from './order.ts';
import { createOutcomes, type Outcomes } from './outcomes.ts';
import { headerProblems, sealProblems } from './sums.ts';

/** Follows a recall through its records. */
export interface Course {
  readonly header: HeaderRecord | undefined;
  readonly sealed: boolean;
  readonly sessions: number;
  readonly verdicts: number;
  readonly lost: number;
  counts(): TargetCounts | undefined;
  /** Says what is wrong with the record, coming after those before it. */
  take(record: EvidenceRecord | SignatureRecord): readonly string[];
}

export function createCourse(): Course {
  let stage: Stage = 'beginning';
  let header: HeaderRecord | undefined;
  let outcomes: Outcomes | undefined;
  let sealed = false;
  const told = { sessions: 0, verdicts: 0, aboutQuota: 0, lost: 0 };

  function content(record: EvidenceRecord | SignatureRecord): readonly string[] {
    switch (record.type) {
      case 'header': {
        // A second one is out of order, and does not replace the first
        if (header !== undefined) return [];
        header = record;
        outcomes = createOutcomes(record);
        return headerProblems(record);
      }
      case 'session':
        told.sessions += 1;
        told.lost += record.lost?.length ?? 0;
        return outcomes?.session(record) ?? [];
      case 'reopened':
        return outcomes?.reopen(record.targets) ?? [];
      case 'verdict':
        told.verdicts += 1;
        if (record.about === 'quota') told.aboutQuota += 1;
        return outcomes?.verdict(record) ?? [];
      case 'seal':
        return outcomes ? sealProblems(record, { targets: outcomes.counts(), requests: told }) : [];
      case 'end':
      case 'signature':
        return [];
    }
  }

  return {
    get header() {
      return header;
    },
    get sealed() {
      return sealed;
    },
    get sessions() {
      return told.sessions;
    },
    get verdicts() {
      return told.verdicts;
    },
    get lost() {
      return told.lost;
    },
    counts: () => outcomes?.counts(),
    take(record) {
      const followed = follow(stage, record);
      stage = followed.stage;
      // A signature behind a seal takes nothing from it
      if (record.type !== 'signature') sealed = record.type === 'seal';
      const problems = content(record);
      return followed.problem === undefined ? problems : [followed.problem, ...problems];
    },
  };
}
