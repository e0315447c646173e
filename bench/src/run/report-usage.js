// @ts-check
// Loaded into each measured program by --import: writes at its end what the process used, all threads together.
// JavaScript, not TypeScript: stripping types would cost the program time of ours.
import { readFileSync, writeFileSync } from 'node:fs';

process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const peakBytes = peakOfLinux() ?? maxRSS * 1024;
  const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes };
  writeFileSync(process.env['BENCH_USAGE_FILE'] ?? '', JSON.stringify(usage));
});

/** Linux counts into maxRSS what the parent had when it forked; the high-water mark is the program's own. */
function peakOfLinux() {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return found === null ? undefined : Number(found[1]) * 1024;
  } catch {
    return undefined;
  }
}
