import { renderSection, type Section } from './section.ts';

/** What a page of results needs to say besides the results. */
export interface PageFacts {
  readonly machine: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly minutes: number;
}

/** docs/benchmarks.md, whole. */
export function renderPage(sections: readonly Section[], { machine, date, minutes }: PageFacts): string {
  const head = `# Benchmarks

Written by \`pnpm bench --write\` on ${date}, in ${minutes.toFixed(0)} minutes.

Machine: ${machine}.

Absolute figures belong to this machine. What counts is the ratios: each was taken in one run, against a rival that
is named, with both on the same machine at the same time or in turns. Where there are several rounds, a figure is
their median with the least and the most in brackets. A goal counts as met by the median.

Client and vendor share the machine, over TLS on the loopback. The client is the built command line, as a user runs
it; a rival is a small program in [bench/src/rivals](../bench/src/rivals); the vendor is the emulator in a process of its own. CPU is
user and system time of the whole process from start to end, peak memory the most that lay in memory at one time.

How to run it: \`pnpm bench\` for all, \`pnpm bench a d\` for some, \`--quick\` for a look in a minute or two whose
figures say little, \`--rounds N\` for more rounds, \`--write\` to replace this page.`;
  return `${[head, ...sections.map(renderSection)].join('\n\n')}\n`;
}
