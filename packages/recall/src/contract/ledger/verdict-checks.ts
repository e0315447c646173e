import { mustEqual, mustRefuse, type ContractCheck } from '../contract-check.ts';
import { begin, type Make } from './begun.ts';
import type { LedgerSubject } from './subject.ts';
import { accepted, AT, endOf, rejected, request, unknown, verdict } from './steps.ts';

export const verdictChecks: readonly ContractCheck<LedgerSubject>[] = [
  { holds: 'settles targets one by one, and keeps the rest of the batch open', check: settles },
  { holds: 'lets a batch be sent again', check: sendsAgain },
  { holds: 'forgets a request that was kept back, and keeps its batch', check: keepsBack },
  { holds: 'counts requests that flow control refused', check: countsThrottled },
  {
    holds: 'refuses a verdict that is not about all targets of the batch, and stays as it was',
    check: refuses,
  },
  { holds: 'goes on counting where an earlier session ended', check: addsUp },
  { holds: 'opens again what is unknown, when asked', check: retriesUnknown },
];

async function settles(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(
    verdict(1, [accepted([[0, 2], [3, 6]]), rejected([[2, 3]]), unknown([[9, 10]])], { rest: [[6, 9]] }), // prettier-ignore
  );
  mustEqual(await subject.outcomes(), [
    { span: [0, 2], outcome: 'accepted', code: '80000000', requestId: '157000000000006' },
    { span: [2, 3], outcome: 'rejected', code: '80300007', reason: 'All tokens are invalid' },
    { span: [3, 6], outcome: 'accepted', code: '80000000', requestId: '157000000000006' },
    { span: [6, 9], outcome: 'not-attempted' },
    { span: [9, 10], outcome: 'unknown', code: 'timeout' },
    { span: [10, 100], outcome: 'not-attempted' },
  ]);
  const { open, settled, codes } = (await begin(subject)).state;
  mustEqual(open, [{ batch: 1, spans: [[6, 9]], mayHaveBeenReceived: false }]);
  mustEqual(settled, { accepted: 5, rejected: 1, unknown: 1 });
  mustEqual(codes, { 80000000: 5, 80300007: 1, timeout: 1 });
}

async function sendsAgain(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [], { rest: [[0, 10]], mayHaveBeenReceived: true }));
  await ledger.sending(request(1, [[0, 10]], { attempt: 2, repeats: true }));
  await mustRefuse('two requests at once', ledger.sending(request(1, [[0, 10]], { attempt: 3 })));
  await ledger.verdict(verdict(1, [accepted([[0, 10]])], { attempt: 2 }));
  const { open, requests, covered } = (await begin(subject)).state;
  mustEqual(
    { open, requests, covered },
    { open: [], requests: { sent: 2, retried: 1, throttled: 0 }, covered: [[0, 10]] },
  );
}

async function keepsBack(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [], { rest: [[0, 10]] }));
  await ledger.sending(request(1, [[0, 10]], { attempt: 2, repeats: true }));
  const before = (await subject.evidence()).length;
  await ledger.verdict(verdict(1, [], { attempt: 2, rest: [[0, 10]], keptBack: true }));
  mustEqual((await subject.evidence()).length, before);
  const { open, requests } = (await begin(subject)).state;
  mustEqual(open, [{ batch: 1, spans: [[0, 10]], mayHaveBeenReceived: false }]);
  mustEqual(requests, { sent: 1, retried: 0, throttled: 0 });
}

async function countsThrottled(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [], { rest: [[0, 10]], throttled: true }));
  mustEqual((await begin(subject)).state.requests, { sent: 1, retried: 0, throttled: 1 });
}

async function refuses(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await mustRefuse('a target left out', ledger.verdict(verdict(1, [accepted([[0, 9]])])));
  await mustRefuse('a stranger', ledger.verdict(verdict(1, [accepted([[0, 11]])])));
  const twice = [accepted([[0, 10]]), rejected([[3, 4]])];
  await mustRefuse('a target twice', ledger.verdict(verdict(1, twice)));
  await mustRefuse('another attempt', ledger.verdict(verdict(1, [accepted([[0, 10]])], { attempt: 2 })));
  await mustRefuse('another batch', ledger.verdict(verdict(2, [accepted([[0, 10]])])));
  await ledger.verdict(verdict(1, [accepted([[0, 10]])]));
  await mustRefuse('a second verdict', ledger.verdict(verdict(1, [accepted([[0, 10]])])));
  mustEqual((await begin(subject)).state.settled, { accepted: 10, rejected: 0, unknown: 0 });
}

async function addsUp(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [accepted([[0, 10]])]));
  await ledger.end(endOf('stopped'));
  const second = await begin(subject, { at: AT + 60_000 });
  await second.ledger.sending(request(2, [[10, 100]]));
  await second.ledger.verdict(verdict(2, [accepted([[10, 90]]), rejected([[90, 100]])]));
  const { state } = await begin(subject, { at: AT + 90_000 });
  mustEqual(state.settled, { accepted: 90, rejected: 10, unknown: 0 });
  mustEqual(state.requests, { sent: 2, retried: 0, throttled: 0 });
  mustEqual(state.startedAt, AT);
  mustEqual(second.state.elapsedMs, 5000);
}

async function retriesUnknown(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [accepted([[2, 8]]), unknown([[0, 2], [8, 10]])])); // prettier-ignore
  await ledger.sending(request(2, [[10, 20]]));
  await ledger.verdict(verdict(2, [unknown([[10, 20]])]));
  mustEqual((await begin(subject)).state.open, []);
  const { state } = await begin(subject, { retryUnknown: true });
  mustEqual(state.open, [
    { batch: 3, spans: [[0, 2], [8, 10]], mayHaveBeenReceived: true }, // prettier-ignore
    { batch: 4, spans: [[10, 20]], mayHaveBeenReceived: true },
  ]);
  mustEqual(state.nextBatch, 5);
  mustEqual(state.covered, [[0, 20]]);
  mustEqual(state.settled, { accepted: 6, rejected: 0, unknown: 0 });
  mustEqual(state.codes, { 80000000: 6 });
  mustEqual((await begin(subject, { retryUnknown: true })).state, state);
}
