// Run as a process of its own: reads the file that is named through twice, and says how much memory that took.
import { openInput } from '../../../../src/node/index.ts';

const input = await openInput({
  files: [{ path: process.argv[2] ?? '' }],
  dedupe: true,
  spoolDirectory: '/nowhere',
});
let targets = 0;
for await (const chunk of input.source.read()) targets += chunk.targets.count;
await input.close();
const { totals } = input.source;
process.stdout.write(JSON.stringify({ totals, targets, peakBytes: process.resourceUsage().maxRSS * 1024 }));
