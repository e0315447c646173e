import { countOf, joinSpans, withoutSpans } from '../../spans/spans.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mustEqual, type ContractCheck } from '../contract-check.ts';
import { begin, type Make } from './begun.ts';
import type { LedgerSubject } from './subject.ts';
import { accepted, rejected, request, unknown, verdict } from './steps.ts';

export const crashChecks: readonly ContractCheck<LedgerSubject>[] = [
  { holds: 'knows after a crash between any two steps what became of every target', check: survives },
];

/** A batch that is divided, one that is repeated, one that goes through; written in another order than numbered. */
const STEPS: readonly ((ledger: Ledger) => Promise<void>)[] = [
  (ledger) => ledger.sending(request(1, [[0, 40]])),
  (ledger) => ledger.verdict(verdict(1, [], { rest: [[0, 40]] })),
  (ledger) => ledger.sending(request(6, [[90, 95], [97, 100]])), // prettier-ignore
  (ledger) => ledger.sending(request(2, [[40, 60]])),
  (ledger) => ledger.sending(request(3, [[0, 20]], { parent: 1 })),
  (ledger) => ledger.verdict(verdict(2, [], { rest: [[40, 60]], mayHaveBeenReceived: true })),
  (ledger) => ledger.sending(request(4, [[20, 40]], { parent: 1 })),
  (ledger) => ledger.verdict(verdict(3, [accepted([[0, 7]]), rejected([[7, 8]])], { rest: [[8, 20]], returned: true })), // prettier-ignore
  (ledger) => ledger.sending(request(2, [[40, 60]], { attempt: 2, repeats: true })),
  (ledger) => ledger.verdict(verdict(2, [unknown([[40, 60]])], { attempt: 2 })),
  (ledger) => ledger.verdict(verdict(4, [accepted([[20, 30]])], { rest: [[30, 40]], returned: true })),
  (ledger) => ledger.sending(request(7, [[8, 20], [30, 40]], { parent: 1 })), // prettier-ignore
  (ledger) => ledger.verdict(verdict(6, [accepted([[90, 95], [97, 100]])])), // prettier-ignore
  (ledger) => ledger.verdict(verdict(7, [accepted([[8, 20], [30, 40]])], { returned: true })), // prettier-ignore
  (ledger) => ledger.sending(request(5, [[60, 90], [95, 97]])), // prettier-ignore
  (ledger) => ledger.verdict(verdict(5, [accepted([[60, 90], [95, 97]])])), // prettier-ignore
];

async function survives(make: Make): Promise<void> {
  for (let steps = 0; steps <= STEPS.length; steps += 1) {
    const subject = await make();
    const { ledger } = await begin(subject);
    for (const step of STEPS.slice(0, steps)) await step(ledger);
    const { state } = await begin(subject);
    const { accepted: yes, rejected: no, unknown: unsure } = state.settled;
    const open = joinSpans(state.open.map(({ spans }) => spans));
    mustEqual({ steps, sum: countOf(open) + yes + no + unsure }, { steps, sum: countOf(state.covered) });
    mustEqual({ steps, open: withoutSpans(open, state.covered) }, { steps, open: [] });
    const outcomes = await subject.outcomes();
    // No gap and no overlap: each begins where the one before ends
    mustEqual(
      outcomes.map(({ span }) => span[0]),
      [0, ...outcomes.map(({ span }) => span[1]).slice(0, -1)],
    );
    mustEqual(outcomes.at(-1)?.span[1], 100);
    const untouched = outcomes.filter(({ outcome }) => outcome === 'not-attempted').map(({ span }) => span);
    const never = withoutSpans([[0, 100]], state.covered);
    mustEqual({ steps, left: withoutSpans(never, untouched) }, { steps, left: [] });
  }
}
