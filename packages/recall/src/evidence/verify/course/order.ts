import type { EvidenceRecord, SessionRecord } from '../../record.ts';
import type { SignatureRecord } from '../../signature.ts';

/** Where in its course a recall stands, as the records tell it. */
export type Stage = 'beginning' | 'at rest' | 'begun' | 'at work' | 'sealed' | 'signed';

type Type = (EvidenceRecord | SignatureRecord)['type'];

const MAY_STAND: Readonly<Record<Type, readonly Stage[]>> = {
  header: ['beginning'],
  // Also at work: a process that was killed has written no end
  session: ['at rest', 'begun', 'at work', 'sealed'],
  reopened: ['begun'],
  verdict: ['begun', 'at work'],
  end: ['begun', 'at work'],
  seal: ['begun', 'at work'],
  signature: ['at rest', 'begun', 'at work', 'sealed'],
};

const LEADS_TO: Readonly<Record<Type, Stage>> = {
  header: 'at rest',
  session: 'begun',
  reopened: 'begun',
  verdict: 'at work',
  end: 'at rest',
  seal: 'sealed',
  signature: 'signed',
};

const WHERE: Readonly<Record<Stage, string>> = {
  beginning: 'at the beginning: evidence begins with a header',
  'at rest': 'where no session has begun',
  begun: 'within a session',
  'at work': 'within a session that has a verdict',
  sealed: 'behind a seal: only a session can that tries unknown targets again',
  signed: 'behind a signature, which is the last line',
};

const NAMES: Readonly<Record<Type, string>> = {
  header: 'A header',
  session: 'A session',
  reopened: 'A record of reopened targets',
  verdict: 'A verdict',
  end: 'An end',
  seal: 'A seal',
  signature: 'A signature',
};

/** Where a record leads to, and what is wrong with its standing here. */
export function follow(
  stage: Stage,
  record: EvidenceRecord | SignatureRecord,
): { readonly stage: Stage; readonly problem?: string } {
  const { type } = record;
  const next = LEADS_TO[type];
  const fits =
    MAY_STAND[type].includes(stage) && !(stage === 'sealed' && type === 'session' && !reopens(record));
  return fits ? { stage: next } : { stage: next, problem: `${NAMES[type]} cannot stand ${WHERE[stage]}.` };
}

const reopens = ({ reopened = [] }: SessionRecord): boolean => reopened.length > 0;
