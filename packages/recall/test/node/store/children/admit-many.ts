// Run as a process of its own: admits as many targets as it is told, given one by one, makes a recall of them, reads
// them again as a process does that goes on with it, and says how long that took and how much memory.
import { CONTRACT_FACTS } from '../../../../src/contract/index.ts';
import { directoryStore } from '../../../../src/node/index.ts';

const [, , directory = '', count = ''] = process.argv;

function* tokens(): Generator<string> {
  for (let index = 0; index < Number(count); index += 1) yield `IQAAAACy${String(index).padStart(104, '0')}`;
}

await using store = directoryStore({ directory });
const began = performance.now();
const { recallId, input, ...admission } = await store.admit({ targets: tokens() });
const admitted = performance.now();
const made = await admission.create({ facts: { ...CONTRACT_FACTS, recallId, input }, settings: {} });
await made.close();
const owned = await store.open(recallId);
const opened = performance.now();
let read = 0;
for await (const { targets } of owned.source.read()) read += targets.count;
process.stdout.write(
  JSON.stringify({
    totals: input.totals,
    read,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    admitMs: Math.round(admitted - began),
    openMs: Math.round(opened - admitted),
    readMs: Math.round(performance.now() - opened),
  }),
);
