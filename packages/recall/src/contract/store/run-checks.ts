import { startRecall } from '../../engine/start-recall.ts';
import { webEvidence } from '../../ledger/web-evidence.ts';
import type { OwnedRecall, RecallRecord } from '../../store/recall-store.ts';
import type { RecallSummary } from '../../summary/summary.ts';
import { verifyEvidence } from '../../evidence/verify/verify-evidence.ts';
import type { EvidenceCrypto } from '../../evidence/crypto.ts';
import { mustEqual, type ContractCheck } from '../contract-check.ts';
import { accepted, AT, request, verdict } from '../ledger/steps.ts';
import { CONTRACT_FACTS } from '../ledger/subject.ts';
import { withStores } from './play.ts';
import { begin, gathered, numbered, readThrough } from './steps.ts';
import type { StoreSubject } from './subject.ts';
import { contractVendor, type ContractVendor } from './vendor.ts';

/** 24 targets and two that are refused: at the positions 3 and 25. */
const TARGETS = [...numbered(3), 'bad-1', ...numbered(24).slice(3), 'bad-2'];

export const runChecks: readonly ContractCheck<StoreSubject>[] = [
  {
    holds: 'keeps what became of every target of a recall, and evidence for it',
    check: withStores(async (open) => {
      const store = await open();
      const owned = await begin(store, { targets: [...TARGETS, '', 't-1'] });
      const done = await run(owned, contractVendor());
      await owned.close();
      const record = await (await open()).read(owned.recallId);
      mustEqual(await record.summary(), done);
      mustEqual(done.targets, {
        ...{ read: 28, malformed: 1, duplicate: 1 },
        ...{ accepted: 24, rejected: 2, unknown: 0, notAttempted: 0 },
      });
      const outcomes = await gathered(record.outcomes());
      mustEqual(
        outcomes.flatMap(({ span: [start, end], outcome, code, reason }) =>
          outcome === 'accepted' ? [] : [[start, end, outcome, code, reason]],
        ),
        [
          [3, 4, 'rejected', '80100000', 'illegal'],
          [25, 26, 'rejected', '80100000', 'illegal'],
        ],
      );
      mustEqual(
        outcomes.reduce((sum, { span: [start, end] }) => sum + end - start, 0),
        26,
      );
      await mustProve(record, done);
      await record.close();
    }),
  },
  {
    holds: 'lets a recall be read while its owner goes on with it, and tells when the owner is gone',
    check: withStores(async (open) => {
      const [store, other] = [await open(), await open()];
      const owned = await begin(store, { targets: numbered(30) });
      await owned.begin({ at: AT, retryUnknown: false });
      await owned.sending(request(1, [[0, 10]]));
      const record = await other.read(owned.recallId);
      mustEqual((await record.summary()).state, 'running');
      mustEqual(await gathered(record.outcomes()), [
        { span: [0, 10], outcome: 'unknown' },
        { span: [10, 30], outcome: 'not-attempted' },
      ]);
      await owned.verdict(verdict(1, [accepted([[0, 10]])]));
      mustEqual((await gathered(record.outcomes()))[0]?.outcome, 'accepted');
      mustEqual((await record.summary()).targets.accepted, 10);
      mustEqual((await gathered(record.evidence())).length, 3);
      await store.close();
      mustEqual((await record.summary()).state, 'interrupted');
      await record.close();
    }),
  },
  {
    holds: 'sends in another process what the first one has not sent, and nothing twice',
    check: withStores(async (open) => {
      const store = await open();
      const vendor = contractVendor();
      const owned = await begin(store, { targets: TARGETS });
      const part = await run(owned, vendor, { stopAfter: 10 });
      mustEqual([part.state, vendor.asked.length < TARGETS.length], ['stopped', true]);
      await store.close();
      const again = await (await open()).open(owned.recallId);
      const { state, targets } = await run(again, vendor);
      mustEqual([state, targets.accepted, targets.rejected, targets.notAttempted], ['finished', 24, 2, 0]);
      mustEqual([...vendor.asked].sort(), [...TARGETS].sort());
    }),
  },
];

/** Runs a recall to its end, or stops it when the vendor was asked for so many targets. */
async function run(
  owned: OwnedRecall,
  vendor: ContractVendor,
  { stopAfter = Infinity }: { readonly stopAfter?: number } = {},
): Promise<RecallSummary> {
  const recall = startRecall({
    recallId: owned.recallId,
    selector: owned.facts.selector,
    source: owned.source,
    ledger: owned,
    canary: 0,
    concurrency: 1,
    revoker: {
      ...vendor,
      attempt: async (selector, batch) => {
        const answer = await vendor.attempt(selector, batch);
        if (vendor.asked.length >= stopAfter) recall.stop();
        return answer;
      },
    },
  });
  return recall.done;
}

/** Throws unless the evidence is sealed, and is about the targets of the recall under the key of its record. */
async function mustProve(record: RecallRecord, { evidenceHead }: RecallSummary): Promise<void> {
  const { recallId, evidenceKey: key } = record;
  const { targets } = await readThrough(await record.source());
  const report = await verifyEvidence(bytesOf(record), {
    crypto: WEB_CRYPTO,
    ...(evidenceHead !== undefined && { expectedHead: evidenceHead }),
    compare: { key: { recallId, key }, targets: once(targets) },
  });
  const { problems, sealed, compared } = report;
  mustEqual([problems, sealed, compared?.covered, compared?.mismatched], [[], true, 26, 0]);
}

async function* bytesOf(record: RecallRecord): AsyncGenerator<Uint8Array> {
  for await (const line of record.evidence()) yield new TextEncoder().encode(`${line}\n`);
}

// eslint-disable-next-line @typescript-eslint/require-await -- what compares takes targets as they come
async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

const WEB_CRYPTO: EvidenceCrypto = {
  sha256: (bytes) => webEvidence(CONTRACT_FACTS, new Uint8Array(32)).sha256(new TextDecoder().decode(bytes)),
  hmacSha256: (key, bytes) => webEvidence(CONTRACT_FACTS, key).digest([bytes]),
  verifyEd25519: () => false,
};
