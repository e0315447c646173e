import type { Neighbours } from '../../../ledger/neighbours.ts';

/** What a person should know of other recalls of the app before this one begins. */
export function renderNeighbours(
  { unfinished, underWay }: Neighbours,
  { again }: { readonly again: boolean },
): readonly string[] {
  const remedy = again
    ? 'this one is begun beside it (--again).'
    : unfinished?.ofProgram === true
      ? 'the program that began it can go on with it, and another one needs --again.'
      : 'it can be resumed, and another one needs --again.';
  return [
    ...(unfinished === undefined
      ? []
      : [`recall ${unfinished.recallId} of the same notification is there (${unfinished.state}): ${remedy}`]),
    ...(underWay.length === 0
      ? []
      : [
          `${underWay.join(', ')} of this app ${underWay.length === 1 ? 'is' : 'are'} under way in other processes. Separate processes do not share the pace: give each a part of the quota with --quota.`,
        ]),
  ];
}
