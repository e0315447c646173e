import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Letter, parseArguments } from './arguments.ts';
import { measureCost } from './benchmarks/cost.ts';
import { measureFinishingTime } from './benchmarks/finishing-time.ts';
import { measureIsolation } from './benchmarks/isolation.ts';
import { measureMemory } from './benchmarks/memory.ts';
import { measureStartUp } from './benchmarks/start-up.ts';
import { describeMachine } from './report/machine.ts';
import { renderPage } from './report/page.ts';
import { renderSection, type Section } from './report/section.ts';
import { flagsOf, type Setting } from './run/setting.ts';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const BUILT_CLI = fileURLToPath(
  import.meta.resolve('unpush/package.json').replace(/package\.json$/, 'dist/bin.js'),
);

const BENCHMARKS: Readonly<Record<Letter, (setting: Setting) => Promise<Section>>> = {
  a: measureFinishingTime,
  b: measureCost,
  c: measureMemory,
  d: measureIsolation,
  e: measureStartUp,
};

const { letters, quick, write, rounds, cli = BUILT_CLI } = parseArguments(process.argv.slice(2));
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const machine = describeMachine();
process.stdout.write(`${machine}\n\n`);

const startedAt = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'unpush-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const setting = { cli, flags: await flagsOf(cli), folder, quick, rounds, say };
const sections: Section[] = [];
for (const letter of letters) {
  say(`(${letter})`);
  const section = await BENCHMARKS[letter](setting);
  sections.push(section);
  process.stdout.write(`${renderSection(section)}\n\n`);
}
const minutes = (performance.now() - startedAt) / 60_000;
say(`${minutes.toFixed(1)} minutes`);
if (write) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(PAGE, renderPage(sections, { machine, date, minutes }));
  say('docs/benchmarks.md is written');
}
