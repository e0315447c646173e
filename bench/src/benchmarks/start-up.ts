import { spawnSync } from 'node:child_process';
import { ratios, spreadOf, written } from '../figures/spread.ts';
import type { Section } from '../report/section.ts';
import type { Setting } from '../run/setting.ts';

const GOAL = 1.5;

/** (e) How long the command line takes to be there. */
export function measureStartUp({ cli, quick, rounds = quick ? 8 : 60, say }: Setting): Promise<Section> {
  say(`  ${rounds} pairs`);
  const node: number[] = [];
  const unpush: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    node.push(millisecondsOf(['-e', '0']));
    unpush.push(millisecondsOf([cli, '--version']));
  }
  const ratio = ratios(unpush, node);
  return Promise.resolve({
    title: '(e) Start-up of the command line',
    about: `Wall time of \`unpush --version\` and of \`node -e 0\`, in ${rounds} pairs, one after the other. The ratio is taken pair by pair.`,
    tables: [
      {
        columns: ['program', 'wall, ms'],
        rows: [
          ['`node -e 0`', written(node, 0)],
          ['`unpush --version`', written(unpush, 0)],
        ],
      },
    ],
    goals: [
      {
        what: 'wall time of `unpush --version`',
        rival: '`node -e 0`',
        goal: `≤ ${GOAL} ×`,
        measured: `${written(ratio)} ×`,
        isMet: spreadOf(ratio).median <= GOAL,
      },
    ],
  });
}

function millisecondsOf(args: readonly string[]): number {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status ?? 'a signal'}`);
  return performance.now() - startedAt;
}
