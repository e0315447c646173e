import type { IntakeTotals } from '../../../intake/target-source.ts';
import type { RequestCounts, TargetCounts } from '../../../summary/summary.ts';
import type { HeaderRecord, SealRecord } from '../../record.ts';

/** How many requests the records tell of. */
export interface RequestsTold {
  readonly verdicts: number;
  /** Of those, how many are about the quota. */
  readonly aboutQuota: number;
  readonly lost: number;
}

/** What is wrong with the header's own sums. */
export function headerProblems({ input }: HeaderRecord): readonly string[] {
  const { files, totals } = input;
  const { read, malformed, duplicate } = totals;
  const passedOver =
    malformed + duplicate <= read
      ? []
      : [`The header counts ${malformed} malformed and ${duplicate} duplicate among ${read} that were read.`];
  return [...passedOver, ...fileProblems(files, totals)];
}

const INTAKE_COUNTS = ['read', 'malformed', 'duplicate'] as const;

/** Each file counts its own, also a duplicate of what another one holds. A recall of a program's array has no files. */
function fileProblems(files: readonly IntakeTotals[], totals: IntakeTotals): readonly string[] {
  if (files.length === 0) return [];
  return INTAKE_COUNTS.flatMap((name) => {
    const sum = files.reduce((before, file) => before + file[name], 0);
    return sum === totals[name]
      ? []
      : [`The header counts ${totals[name]} ${name} in all, but those of its files come to ${sum}.`];
  });
}

/** What is wrong with a seal's sums, by themselves and next to what the records before it come to. */
export function sealProblems(
  seal: SealRecord,
  told: { readonly targets: TargetCounts; readonly requests: RequestsTold },
): readonly string[] {
  return [...targetProblems(seal.targets, told.targets), ...requestProblems(seal.requests, told.requests)];
}

const COUNTS = ['read', 'malformed', 'duplicate', 'accepted', 'rejected', 'unknown', 'notAttempted'] as const;

function targetProblems(sealed: TargetCounts, told: TargetCounts): readonly string[] {
  const { read, malformed, duplicate, accepted, rejected, unknown, notAttempted } = sealed;
  const sum = malformed + duplicate + accepted + rejected + unknown + notAttempted;
  return [
    ...(sum === read ? [] : [`The seal says that ${read} were read, but its counts add up to ${sum}.`]),
    ...COUNTS.filter((name) => sealed[name] !== told[name]).map(
      (name) => `The seal says ${name} ${sealed[name]}, the records before it come to ${told[name]}.`,
    ),
    ...(notAttempted === 0
      ? []
      : [`The seal leaves ${notAttempted} targets not attempted: a recall is sealed when none is left.`]),
  ];
}

function requestProblems(sealed: RequestCounts, told: RequestsTold): readonly string[] {
  const { sent, retried, throttled } = sealed;
  const { verdicts, aboutQuota, lost } = told;
  const problems: string[] = [];
  if (sent < verdicts || sent > verdicts + lost) {
    problems.push(
      `The seal says that ${sent} requests were sent, but there are ${verdicts} verdicts and ${lost} lost requests.`,
    );
  }
  if (retried > sent) problems.push(`The seal says that ${retried} of ${sent} requests were repeats.`);
  if (throttled > aboutQuota) {
    problems.push(
      `The seal says that flow control refused ${throttled} requests, but ${aboutQuota} verdicts are about the quota.`,
    );
  }
  return problems;
}
