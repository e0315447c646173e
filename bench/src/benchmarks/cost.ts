import { ratios, spreadOf, written } from '../figures/spread.ts';
import type { Goal, Section } from '../report/section.ts';
import { CONCURRENCY, ours, PLAIN_LOOP, READY_BODIES } from '../run/contestant.ts';
import type { Setting } from '../run/setting.ts';
import { tokenFile } from '../run/token-file.ts';
import { inTurns, type Trial } from '../run/trial.ts';
import { NO_LIMIT } from '../vendor/vendor-settings.ts';

/** (b) What a million targets cost the client. */
export async function measureCost(setting: Setting): Promise<Section> {
  const { quick, rounds = quick ? 1 : 7 } = setting;
  const targets = quick ? 100_000 : 1_000_000;
  const flags = ['--concurrency', String(CONCURRENCY)];
  const contestants = [
    ours({ name: 'unpush, dedupe off', flags: [...flags, '--no-dedupe'] }, setting),
    ours({ name: 'unpush, dedupe on', flags }, setting),
    READY_BODIES,
    PLAIN_LOOP,
  ];
  const task = { vendor: NO_LIMIT, tokens: await tokenFile(setting.folder, targets), targets };
  const trials = await inTurns(contestants, task, { rounds, setting });
  const [off = [], on = [], ready = [], plain = []] = trials;
  const perMillion = (seconds: number): number => (seconds / targets) * 1e6;
  return {
    title: '(b) Client CPU and wall time per million targets',
    about: `${targets} targets of 112 characters from a text file, no quota, ${CONCURRENCY} requests at a time, in turns, ${rounds} rounds; whole processes, start-up included. We keep the ledger and write the report (and the evidence). The floor sends ready-made bodies and does nothing else; the plain loop is fetch, a JWT by jose for each request (RSA of 2048 bits; Huawei's sample has 4096, which would cost the loop more) and JSON.stringify.`,
    tables: [
      {
        columns: ['client', 'CPU, s', 'wall, s', 'CPU of the vendor, s'],
        rows: contestants.map(({ name }, index) => {
          const mine = trials[index] ?? [];
          return [
            name,
            written(mine.map((trial) => perMillion(trial.cpuSeconds))),
            written(mine.map((trial) => perMillion(trial.wallSeconds))),
            written(mine.map((trial) => perMillion(trial.vendor.cpuSeconds))),
          ];
        }),
      },
    ],
    goals: [
      goalOf('dedupe off', { mine: off, rival: READY_BODIES.name, theirs: ready, goal: 1.5 }),
      goalOf('dedupe on', { mine: on, rival: READY_BODIES.name, theirs: ready, goal: 2 }),
      goalOf('dedupe off', { mine: off, rival: PLAIN_LOOP.name, theirs: plain, goal: 0.4 }),
      goalOf('dedupe on', { mine: on, rival: PLAIN_LOOP.name, theirs: plain, goal: 0.4 }),
    ],
  };
}

interface Comparison {
  readonly mine: readonly Trial[];
  readonly rival: string;
  readonly theirs: readonly Trial[];
  readonly goal: number;
}

function goalOf(dedupe: string, { mine, rival, theirs, goal }: Comparison): Goal {
  const cpu = ({ cpuSeconds }: Trial): number => cpuSeconds;
  const ratio = ratios(mine.map(cpu), theirs.map(cpu));
  return {
    what: `client CPU, ${dedupe}`,
    rival,
    goal: `≤ ${goal} ×`,
    measured: `${written(ratio)} ×`,
    isMet: spreadOf(ratio).median <= goal,
  };
}
