import type { EvidenceProblem } from './report.ts';

const MOST_KEPT = 100;

/** What drives a terminal or turns a line around: evidence may come from anybody, and problems quote it. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Collects what is wrong, in constant memory. */
export interface Findings {
  readonly problems: readonly EvidenceProblem[];
  /** How many more there were than are kept. */
  readonly further: number;
  add(line: number, problem: string): void;
  addAll(others: Findings): void;
}

export function createFindings(): Findings {
  const problems: EvidenceProblem[] = [];
  let further = 0;

  function add(line: number, problem: string): void {
    if (problems.length < MOST_KEPT) problems.push({ line, problem: problem.replace(UNSHOWABLE, ' ') });
    else further += 1;
  }

  return {
    problems,
    get further() {
      return further;
    },
    add,
    addAll(others) {
      for (const { line, problem } of others.problems) add(line, problem);
      further += others.further;
    },
  };
}
