import type { Ledger } from '../../ledger/ledger.ts';
import { mustEqual, mustRefuse, type ContractCheck } from '../contract-check.ts';
import { begin, type Make } from './begun.ts';
import type { LedgerSubject } from './subject.ts';
import { accepted, rejected, request, verdict } from './steps.ts';

export const carvingChecks: readonly ContractCheck<LedgerSubject>[] = [
  { holds: 'takes a batch out of another one, which closes when nothing is left of it', check: carvesParent },
  { holds: 'takes several batches out of one at the same time', check: carvesAtOnce },
  { holds: 'takes none out of a batch whose own request is under way', check: refusesUnderWay },
  { holds: 'hands on to the parts of a batch that it may have been received', check: handsOnDoubt },
  { holds: 'gives what is left back to the batch that it was taken out of', check: returnsToOpen },
  { holds: 'opens that batch again where it has closed', check: returnsToClosed },
  { holds: 'gives back with the targets that they may have been received', check: returnsDoubt },
  { holds: 'remembers across a crash where a batch was taken out of', check: returnsLater },
  { holds: 'refuses to give back what was not taken out of another batch', check: refusesReturn },
];

/** A batch of 10 targets that was refused as a whole. */
async function divided(make: Make): Promise<{ subject: LedgerSubject; ledger: Ledger }> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [], { rest: [[0, 10]] }));
  return { subject, ledger };
}

async function carvesParent(make: Make): Promise<void> {
  const { subject, ledger } = await divided(make);
  await ledger.sending(request(2, [[2, 4], [6, 8]], { parent: 1 })); // prettier-ignore
  await ledger.verdict(verdict(2, [], { rest: [[2, 4], [6, 8]] })); // prettier-ignore
  const again = await begin(subject);
  mustEqual(again.state.open, [
    { batch: 1, spans: [[0, 2], [4, 6], [8, 10]], mayHaveBeenReceived: false }, // prettier-ignore
    { batch: 2, spans: [[2, 4], [6, 8]], mayHaveBeenReceived: false }, // prettier-ignore
  ]);
  mustEqual(again.state.covered, [[0, 10]]);
  await again.ledger.sending(request(3, [[0, 2], [4, 6], [8, 10]], { parent: 1 })); // prettier-ignore
  mustEqual(
    (await begin(subject)).state.open.map(({ batch }) => batch),
    [3, 2],
  );
}

async function carvesAtOnce(make: Make): Promise<void> {
  const { subject, ledger } = await divided(make);
  await ledger.sending(request(3, [[5, 10]], { parent: 1 }));
  await ledger.sending(request(2, [[0, 4]], { parent: 1 }));
  await ledger.verdict(verdict(3, [accepted([[5, 8]])], { rest: [[8, 10]], returned: true }));
  await ledger.sending(request(4, [[8, 9]], { parent: 1 }));
  await ledger.verdict(verdict(2, [accepted([[0, 3]])], { rest: [[3, 4]], returned: true }));
  mustEqual((await begin(subject)).state.open, [
    { batch: 1, spans: [[3, 5], [9, 10]], mayHaveBeenReceived: false }, // prettier-ignore
    { batch: 4, spans: [[8, 9]], mayHaveBeenReceived: true },
  ]);
}

async function refusesUnderWay(make: Make): Promise<void> {
  const { ledger } = await divided(make);
  await ledger.sending(request(2, [[0, 4]], { parent: 1 }));
  await ledger.sending(request(1, [[4, 10]], { attempt: 2 }));
  await mustRefuse('a part', ledger.sending(request(3, [[4, 6]], { parent: 1 })));
  const back = verdict(2, [], { rest: [[0, 4]], returned: true });
  await mustRefuse('a part that comes back', ledger.verdict(back));
  await ledger.verdict(verdict(1, [], { attempt: 2, rest: [[4, 10]] }));
  await ledger.sending(request(3, [[4, 6]], { parent: 1 }));
  await ledger.verdict(back);
}

async function handsOnDoubt(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [], { rest: [[0, 10]], mayHaveBeenReceived: true }));
  await ledger.sending(request(2, [[0, 5]], { parent: 1 }));
  await ledger.verdict(verdict(2, [], { keptBack: true }));
  mustEqual((await begin(subject)).state.open, [
    { batch: 2, spans: [[0, 5]], mayHaveBeenReceived: true },
    { batch: 1, spans: [[5, 10]], mayHaveBeenReceived: true },
  ]);
}

async function returnsToOpen(make: Make): Promise<void> {
  const { subject, ledger } = await divided(make);
  await ledger.sending(request(2, [[2, 8]], { parent: 1 }));
  await ledger.verdict(verdict(2, [rejected([[4, 5]])], { rest: [[2, 4], [5, 8]], returned: true })); // prettier-ignore
  await ledger.sending(request(3, [[0, 3]], { parent: 1 }));
  await ledger.verdict(verdict(3, [accepted([[0, 3]])], { returned: true }));
  await ledger.sending(request(4, [[3, 4]], { parent: 1 }));
  await ledger.verdict(verdict(4, [], { keptBack: true, returned: true }));
  const { open, covered } = (await begin(subject)).state;
  mustEqual(open, [{ batch: 1, spans: [[3, 4], [5, 10]], mayHaveBeenReceived: false }]); // prettier-ignore
  mustEqual(covered, [[0, 10]]);
}

async function returnsToClosed(make: Make): Promise<void> {
  const { subject, ledger } = await divided(make);
  await ledger.sending(request(2, [[0, 4]], { parent: 1 }));
  await ledger.sending(request(3, [[4, 10]], { parent: 1 }));
  await mustRefuse('a closed parent', ledger.sending(request(4, [[4, 5]], { parent: 1 })));
  await ledger.verdict(verdict(2, [], { rest: [[0, 4]], returned: true }));
  await ledger.verdict(verdict(3, [accepted([[4, 9]])], { rest: [[9, 10]], returned: true }));
  await ledger.sending(request(4, [[0, 2], [9, 10]], { parent: 1 })); // prettier-ignore
  await ledger.verdict(verdict(4, [accepted([[0, 2], [9, 10]])], { returned: true })); // prettier-ignore
  const { open, nextBatch } = (await begin(subject)).state;
  mustEqual(open, [{ batch: 1, spans: [[2, 4]], mayHaveBeenReceived: false }]);
  mustEqual(nextBatch, 5);
}

async function returnsDoubt(make: Make): Promise<void> {
  const { subject, ledger } = await divided(make);
  const back = { returned: true, mayHaveBeenReceived: true };
  await ledger.sending(request(2, [[0, 4]], { parent: 1 }));
  await ledger.verdict(verdict(2, [], { rest: [[0, 4]], ...back }));
  mustEqual((await begin(subject)).state.open, [{ batch: 1, spans: [[0, 10]], mayHaveBeenReceived: true }]);
  const again = (await begin(subject)).ledger;
  await again.sending(request(3, [[0, 10]], { parent: 1 }));
  await again.verdict(verdict(3, [], { rest: [[0, 10]], returned: true }));
  // Opened again with these alone, whose doubt is gone
  mustEqual((await begin(subject)).state.open, [{ batch: 1, spans: [[0, 10]], mayHaveBeenReceived: false }]);
}

async function returnsLater(make: Make): Promise<void> {
  const { subject, ledger } = await divided(make);
  await ledger.sending(request(2, [[0, 4]], { parent: 1 }));
  const again = await begin(subject);
  // Still a batch of its own
  mustEqual(again.state.open, [
    { batch: 2, spans: [[0, 4]], mayHaveBeenReceived: true },
    { batch: 1, spans: [[4, 10]], mayHaveBeenReceived: false },
  ]);
  await again.ledger.sending(request(2, [[0, 4]], { attempt: 2, repeats: true }));
  const back = { attempt: 2, rest: [[0, 4]], returned: true, mayHaveBeenReceived: true } as const;
  await again.ledger.verdict(verdict(2, [], back));
  mustEqual((await begin(subject)).state.open, [{ batch: 1, spans: [[0, 10]], mayHaveBeenReceived: true }]);
}

async function refusesReturn(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await mustRefuse('a return', ledger.verdict(verdict(1, [], { rest: [[0, 10]], returned: true })));
  await ledger.verdict(verdict(1, [accepted([[0, 10]])]));
}
