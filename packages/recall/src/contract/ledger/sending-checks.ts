import { mustEqual, mustRefuse, type ContractCheck } from '../contract-check.ts';
import { begin, type Make } from './begun.ts';
import type { LedgerSubject } from './subject.ts';
import { accepted, AT, request, verdict } from './steps.ts';

export const sendingChecks: readonly ContractCheck<LedgerSubject>[] = [
  { holds: 'begins with nothing', check: beginsEmpty },
  { holds: 'knows of a request before it leaves', check: writesAhead },
  { holds: 'takes batches out of the input in any order, and of several spans', check: takesAnyOrder },
  { holds: 'tells as not attempted what no batch has held yet', check: tellsGaps },
  { holds: 'tells a session that begins which positions are covered', check: tellsCovered },
  { holds: 'refuses a batch that would hold a target twice, and stays as it was', check: refuses },
  { holds: 'refuses a batch without a number or targets of its own', check: refusesMalformed },
];

async function beginsEmpty(make: Make): Promise<void> {
  const { state } = await begin(await make());
  mustEqual(state, {
    covered: [],
    nextBatch: 1,
    open: [],
    settled: { accepted: 0, rejected: 0, unknown: 0 },
    codes: {},
    requests: { sent: 0, retried: 0, throttled: 0 },
    startedAt: AT,
    elapsedMs: 0,
  });
}

async function writesAhead(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  mustEqual(await subject.outcomes(), [
    { span: [0, 10], outcome: 'unknown' },
    { span: [10, 100], outcome: 'not-attempted' },
  ]);
  const { state } = await begin(subject, { at: AT + 9000 });
  mustEqual(state, {
    covered: [[0, 10]],
    nextBatch: 2,
    open: [{ batch: 1, spans: [[0, 10]], mayHaveBeenReceived: true }],
    settled: { accepted: 0, rejected: 0, unknown: 0 },
    codes: {},
    requests: { sent: 1, retried: 0, throttled: 0 },
    startedAt: AT,
    // From the begin of the session to its last request
    elapsedMs: 1000,
  });
}

async function takesAnyOrder(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(3, [[60, 100]]));
  await ledger.sending(request(1, [[0, 10], [20, 30]])); // prettier-ignore
  await ledger.verdict(verdict(3, [accepted([[60, 100]])]));
  await ledger.sending(request(2, [[10, 20], [30, 60]])); // prettier-ignore
  const { covered, nextBatch, open } = (await begin(subject)).state;
  mustEqual(
    { covered, nextBatch, open },
    {
      covered: [[0, 100]],
      nextBatch: 4,
      open: [
        { batch: 1, spans: [[0, 10], [20, 30]], mayHaveBeenReceived: true }, // prettier-ignore
        { batch: 2, spans: [[10, 20], [30, 60]], mayHaveBeenReceived: true }, // prettier-ignore
      ],
    },
  );
}

async function tellsGaps(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(4, [[70, 80]]));
  await ledger.sending(request(2, [[20, 30], [40, 50]])); // prettier-ignore
  await ledger.verdict(verdict(2, [accepted([[20, 30], [40, 45]])], { rest: [[45, 50]] })); // prettier-ignore
  const of = { outcome: 'accepted', code: '80000000', requestId: '157000000000006' };
  mustEqual(await subject.outcomes(), [
    { span: [0, 20], outcome: 'not-attempted' },
    { span: [20, 30], ...of },
    { span: [30, 40], outcome: 'not-attempted' },
    { span: [40, 45], ...of },
    // The rest of batch 2, and the gap behind it
    { span: [45, 70], outcome: 'not-attempted' },
    { span: [70, 80], outcome: 'unknown' },
    { span: [80, 100], outcome: 'not-attempted' },
  ]);
}

async function tellsCovered(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[30, 40], [50, 60]])); // prettier-ignore
  await ledger.verdict(verdict(1, [accepted([[30, 35]])], { rest: [[35, 40], [50, 60]] })); // prettier-ignore
  await ledger.sending(request(5, [[0, 10]]));
  const second = await begin(subject);
  mustEqual(second.state.covered, [[0, 10], [30, 40], [50, 60]]); // prettier-ignore
  mustEqual(second.state.nextBatch, 6);
  await mustRefuse('a target twice', second.ledger.sending(request(6, [[10, 31]])));
  await second.ledger.sending(request(6, [[10, 30], [40, 50], [60, 70]])); // prettier-ignore
  mustEqual((await begin(subject)).state.covered, [[0, 70]]);
}

async function refuses(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [accepted([[0, 5]])], { rest: [[5, 10]] }));
  await mustRefuse('a target that is open', ledger.sending(request(2, [[9, 20]])));
  await mustRefuse('a settled target', ledger.sending(request(2, [[3, 4]])));
  await mustRefuse('all that is covered', ledger.sending(request(2, [[0, 20]])));
  await mustRefuse('a second span', ledger.sending(request(2, [[20, 30], [40, 50], [4, 5]]))); // prettier-ignore
  await mustRefuse('a stranger', ledger.sending(request(2, [[8, 12]], { parent: 1 })));
  await mustRefuse('an unknown parent', ledger.sending(request(2, [[5, 7]], { parent: 7 })));
  await mustRefuse('other targets', ledger.sending(request(1, [[5, 9]], { attempt: 2 })));
  await mustRefuse('new targets under an open number', ledger.sending(request(1, [[10, 20]])));
  mustEqual((await subject.outcomes()).slice(1), [{ span: [5, 100], outcome: 'not-attempted' }]);
  await ledger.sending(request(2, [[10, 20]]));
}

async function refusesMalformed(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await mustRefuse('the number 0', ledger.sending(request(0, [[0, 10]])));
  await mustRefuse('half a number', ledger.sending(request(1.5, [[0, 10]])));
  await mustRefuse('no targets', ledger.sending(request(1, [])));
  await mustRefuse('an empty span', ledger.sending(request(1, [[5, 5]])));
  await mustRefuse('spans that overlap', ledger.sending(request(1, [[0, 6], [5, 9]]))); // prettier-ignore
  mustEqual(await subject.outcomes(), [{ span: [0, 100], outcome: 'not-attempted' }]);
}
