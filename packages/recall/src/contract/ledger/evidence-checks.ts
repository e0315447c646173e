import { NO_HASH } from '../../evidence/link.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Spans } from '../../spans/spans.ts';
import { mustEqual, mustRefuse, type ContractCheck } from '../contract-check.ts';
import { begin, type Make } from './begun.ts';
import { CONTRACT_FACTS, type LedgerSubject } from './subject.ts';
import { accepted, AT, endOf, recordOf, request, unknown, verdict } from './steps.ts';

export const evidenceChecks: readonly ContractCheck<LedgerSubject>[] = [
  { holds: 'writes evidence from a header to a seal, and tells the hash of its last line', check: seals },
  {
    holds: 'ends the evidence of a session that leaves targets, and begins the next one below it',
    check: ends,
  },
  { holds: 'leaves a seal as it is when a finished recall is begun again for nothing', check: staysSealed },
  { holds: 'names in the evidence what was lost, and what is opened again', check: tellsLoss },
  {
    holds:
      'tells of scattered targets that are opened again in several records, each shorter than half a megabyte',
    check: tellsScattered,
  },
  { holds: 'chains verdicts that come at the same time one after the other', check: chainsAtOnce },
  { holds: 'digests under one key for as long as the recall lives', check: keepsKey },
];

async function seals(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 100]]));
  await ledger.verdict(verdict(1, [accepted([[0, 100]])]));
  const head = await ledger.end(endOf('finished'));
  const { createdAt, ...facts } = CONTRACT_FACTS;
  mustEqual(await recordsOf(subject), [
    { type: 'header', format: 1, at: new Date(createdAt).toISOString(), ...facts },
    { type: 'session', at: '2025-01-01T00:00:00.000Z' },
    recordOf(1, 1),
    {
      type: 'seal',
      at: '2025-01-01T00:00:05.000Z',
      targets: endOf('finished').summary.targets,
      requests: { sent: 1, retried: 0, throttled: 0 },
    },
  ]);
  mustEqual(head, (await subject.evidence()).at(-1)?.slice(-66, -2));
}

async function staysSealed(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 100]]));
  await ledger.verdict(verdict(1, [accepted([[0, 100]])]));
  const head = await ledger.end(endOf('finished'));
  const sealed = await subject.evidence();
  const again = await begin(subject, { at: AT + 60_000, retryUnknown: true });
  mustEqual(again.state.settled, { accepted: 100, rejected: 0, unknown: 0 });
  await mustRefuse('a request', again.ledger.sending(request(2, [[100, 101]])));
  mustEqual(await again.ledger.end(endOf('finished')), head);
  mustEqual(await subject.evidence(), sealed);
}

async function ends(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.end(endOf('stopped'));
  await begin(subject, { at: AT + 60_000 });
  mustEqual((await recordsOf(subject)).slice(2), [
    { type: 'end', at: '2025-01-01T00:00:05.000Z', state: 'stopped', stoppedBy: { cause: 'interrupt' } },
    { type: 'session', at: '2025-01-01T00:01:00.000Z' },
  ]);
}

async function tellsLoss(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  await ledger.sending(request(1, [[0, 10]]));
  await ledger.verdict(verdict(1, [unknown([[0, 10]])]));
  await ledger.sending(request(2, [[10, 20]]));
  await begin(subject, { retryUnknown: true });
  mustEqual((await recordsOf(subject)).at(-1), {
    type: 'session',
    at: '2025-01-01T00:00:00.000Z',
    lost: [{ batch: 2, attempt: 1, targets: [[10, 20]] }],
    reopened: [[0, 10]],
  });
}

async function tellsScattered(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  const every = (first: number): Spans =>
    Array.from({ length: 20_001 }, (_, index) => [first + 2 * index, first + 2 * index + 1]);
  await ledger.sending(request(1, [[0, 40_002]]));
  await ledger.verdict(verdict(1, [unknown(every(0)), accepted(every(1))]));
  await begin(subject, { at: AT + 60_000, retryUnknown: true });
  const at = '2025-01-01T00:01:00.000Z';
  mustEqual((await recordsOf(subject)).slice(3), [
    { type: 'session', at, reopened: every(0).slice(0, 20_000) },
    { type: 'reopened', at, targets: [[40_000, 40_001]] },
  ]);
  const longest = Math.max(...(await subject.evidence()).map(({ length }) => length));
  mustEqual(longest < 500_000, true);
}

async function chainsAtOnce(make: Make): Promise<void> {
  const subject = await make();
  const { ledger } = await begin(subject);
  const starts = Array.from({ length: 10 }, (_, index) => index * 10);
  for (const start of starts) await ledger.sending(request(start / 10 + 1, [[start, start + 10]]));
  await Promise.all(
    starts.map((start) => ledger.verdict(verdict(start / 10 + 1, [accepted([[start, start + 10]])]))),
  );
  mustEqual((await recordsOf(subject)).length, 12);
}

async function keepsKey(make: Make): Promise<void> {
  const subject = await make();
  const before = await digestOf((await begin(subject)).ledger);
  const after = await digestOf((await begin(subject)).ledger);
  mustEqual(after, before);
  const other = await digestOf((await begin(await make())).ledger);
  mustEqual([/^[0-9a-f]{64}$/.test(before), other === before], [true, false]);
}

async function digestOf({ digest }: Ledger): Promise<string> {
  if (!digest) throw new Error('a ledger that keeps evidence must have a digest');
  return digest(['["IQAA', 'AACy01"]'].map((part) => new TextEncoder().encode(part)));
}

/** The records of the evidence, once every link of its chain was made again. */
async function recordsOf(subject: LedgerSubject): Promise<readonly unknown[]> {
  const lines = await subject.evidence();
  let before = NO_HASH;
  const records: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    const { seq, prev, hash, ...record } = JSON.parse(line) as Record<string, unknown>; // our own line
    const made = await sha256(line.slice(0, -`,"hash":"${NO_HASH}"}`.length));
    mustEqual([seq, prev, hash], [index + 1, before, made]);
    before = made;
    records.push(record);
  }
  return records;
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
