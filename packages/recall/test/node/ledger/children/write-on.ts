// Run as a process of its own: begins a recall in the directory that is named, or goes on with the one that is
// named after it, and sends batch after batch until it is killed: two at a time, the later one first.
import { CONTRACT_FACTS } from '../../../../src/contract/index.ts';
import { accepted, request, verdict } from '../../../../src/contract/ledger/steps.ts';
import { openLedgers } from '../../../../src/node/index.ts';

const [, , directory = '', id] = process.argv;
process.umask(0);
const ledgers = openLedgers({ directory });
const begun = (): ReturnType<typeof ledgers.open> => {
  const reservation = ledgers.reserve();
  const totals = { read: 1e9, malformed: 0, duplicate: 0 };
  const facts = {
    ...CONTRACT_FACTS,
    recallId: reservation.recallId,
    input: { ...CONTRACT_FACTS.input, totals },
  };
  return reservation.create({ facts, settings: {}, again: false });
};
const ledger = id === undefined ? begun() : ledgers.open(id);
const { covered, nextBatch } = await ledger.begin({ at: Date.now(), retryUnknown: false });
process.stdout.write(`${ledger.recallId}\n`);
const first = covered.at(-1)?.[1] ?? 0;
for (let index = 0; ; index += 1) {
  const batch = nextBatch + index * 2;
  const start = first + index * 20;
  await ledger.sending(request(batch + 1, [[start + 10, start + 20]]));
  await ledger.sending(request(batch, [[start, start + 10]]));
  if (index === 50) process.stdout.write('50\n');
  await ledger.verdict(verdict(batch, [accepted([[start, start + 10]])]));
  await ledger.verdict(verdict(batch + 1, [accepted([[start + 10, start + 20]])]));
}
