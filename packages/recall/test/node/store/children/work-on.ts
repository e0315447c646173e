// Run as a process of its own: begins a recall of 2000 targets in the directory that is named, or goes on with the one
// that is named after it, and asks its parent, who plays the vendor, until it is killed.
import type { Verdict } from '@unpush/core';
import { CONTRACT_FACTS } from '../../../../src/contract/index.ts';
import { startRecall, type OwnedRecall } from '../../../../src/index.ts';
import { directoryStore } from '../../../../src/node/index.ts';

const [, , directory = '', id] = process.argv;
const store = directoryStore({ directory });

async function begin(): Promise<OwnedRecall> {
  const targets = Array.from({ length: 2000 }, (_, index) => `t-${index}`).values();
  const { recallId, input, ...admission } = await store.admit({ targets });
  return admission.create({ facts: { ...CONTRACT_FACTS, recallId, input }, settings: {} });
}

const answers = new Map<number, (verdict: Verdict) => void>();
process.on('message', (message) => {
  // The parent below says nothing else
  const { request, verdict } = message as { request: number; verdict: Verdict };
  answers.get(request)?.(verdict);
});

const owned = id === undefined ? await begin() : await store.open(id);
process.send?.({ recallId: owned.recallId });
let requests = 0;
await startRecall({
  recallId: owned.recallId,
  selector: 'n-1',
  source: owned.source,
  ledger: owned,
  canary: 0,
  concurrency: 4,
  revoker: {
    batchSize: 20,
    attempt: (_selector, batch) =>
      new Promise((resolve) => {
        requests += 1;
        answers.set(requests, resolve);
        process.send?.({ request: requests, targets: batch.targets() });
      }),
    renewCredential: () => Promise.resolve(),
  },
}).done;
