import { rm } from 'node:fs/promises';
import { idealSeconds } from '../figures/ideal.ts';
import { spreadOf, written } from '../figures/spread.ts';
import type { Goal, Section } from '../report/section.ts';
import { BACKOFF_32, BACKOFF_6, FLOOD, ours } from '../run/contestant.ts';
import type { Setting } from '../run/setting.ts';
import { tokenFile } from '../run/token-file.ts';
import { inTurns, runTrial, sideBySide, type Trial } from '../run/trial.ts';
import { NO_LIMIT } from '../vendor/vendor-settings.ts';
import { SCENARIOS, type Scenario, shortened } from './scenarios.ts';

/** A scenario, and what the contestants came to. */
interface Played extends Scenario {
  readonly ideal: number;
  readonly trials: readonly (readonly Trial[])[];
}

/** (a) How close to the ideal a recall finishes whose quota nobody knows. */
export async function measureFinishingTime(setting: Setting): Promise<Section> {
  const contestants = [ours({ name: 'unpush', flags: [] }, setting), BACKOFF_32, BACKOFF_6];
  const rounds = setting.rounds ?? 1;
  const played: Played[] = [];
  for (const whole of SCENARIOS) {
    const scenario = setting.quick ? shortened(whole) : whole;
    const { targets, quota, model = NO_LIMIT.model, latencyMs = 0 } = scenario;
    const ideal = idealSeconds(targets, quota);
    setting.say(`  ${scenario.name}: ${ideal.toFixed(0)} s at best`);
    const tokens = await tokenFile(setting.folder, targets);
    const task = { vendor: { ...NO_LIMIT, quota, model, latencyMs }, tokens, targets };
    const play = scenario.inTurns === true ? inTurns : sideBySide;
    played.push({ ...scenario, ideal, trials: await play(contestants, task, { rounds, setting }) });
    await rm(tokens);
  }
  const most = await mostOfVendor(setting);
  const names = contestants.map(({ name }) => name);
  return {
    title: '(a) Finishing time under a quota that nobody knows',
    about: `No \`--quota\`. The time is the vendor's: from the first request to the last answer. The ideal is that of somebody who knows the quota at every moment and spends all of it, the second that is saved up at the start included. Refused is HTTP 503. The rivals stream the list, keep their connections and their JWT, and repeat what is refused after a random part of 100 ms, 200 ms, 400 ms … 5 s. All at the same time, each against a vendor of its own; at 600,000/s in turns. ${rounds === 1 ? 'One round' : `${rounds} rounds`}. Without a quota this vendor takes ${most} targets a second at the most (ready bodies of undici, 16 at a time): where a client comes near that, it is the vendor that is measured.`,
    tables: [
      {
        columns: [
          'quota',
          'ideal, s',
          'client',
          'finished, s',
          '× ideal',
          'refused, %',
          'CPU, s',
          'CPU of the vendor, s',
        ],
        rows: played.flatMap((scenario) => rowsOf(scenario, names)),
      },
    ],
    goals: played.flatMap(goalsOf),
  };
}

/** How many targets a second the vendor takes from a client that does nothing but send. */
async function mostOfVendor(setting: Setting): Promise<string> {
  const targets = setting.quick ? 500_000 : 5_000_000;
  setting.say('  what the vendor takes at the most');
  const tokens = await tokenFile(setting.folder, 8000);
  const { vendor } = await runTrial(FLOOD, { vendor: NO_LIMIT, tokens, targets }, setting);
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(targets / vendor.seconds);
}

function rowsOf({ name, ideal, trials }: Played, names: readonly string[]): readonly (readonly string[])[] {
  return trials.map((mine, index) => [
    name,
    ideal.toFixed(1),
    names[index] ?? '',
    written(
      mine.map(({ vendor }) => vendor.seconds),
      1,
    ),
    written(mine.map(({ vendor }) => vendor.seconds / ideal)),
    written(
      mine.map((trial) => 100 * refusedOf(trial)),
      1,
    ),
    written(
      mine.map(({ cpuSeconds }) => cpuSeconds),
      1,
    ),
    written(
      mine.map(({ vendor }) => vendor.cpuSeconds),
      1,
    ),
  ]);
}

function goalsOf({ name, ideal, goal, trials }: Played): readonly Goal[] {
  const [mine = [], ...rivals] = trials;
  const ratio = mine.map(({ vendor }) => vendor.seconds / ideal);
  const refused = mine.map(refusedOf);
  const theirs = rivals.map((rival) => spreadOf(rival.map(({ vendor }) => vendor.seconds / ideal)).median);
  const theirRefused = rivals.map((rival) => 100 * spreadOf(rival.map(refusedOf)).median);
  return [
    {
      what: `finishing time, ${name}`,
      rival: `the ideal; rivals ${theirs.map((each) => `${each.toFixed(2)} ×`).join(', ')}`,
      goal: `≤ ${goal.ratio} ×`,
      measured: `${written(ratio)} ×`,
      isMet: spreadOf(ratio).median <= goal.ratio,
    },
    {
      what: `refused requests, ${name}`,
      rival: `rivals ${theirRefused.map((each) => `${each.toFixed(0)} %`).join(', ')}`,
      goal: `≤ ${100 * goal.refused} %`,
      measured: `${written(
        refused.map((share) => 100 * share),
        1,
      )} %`,
      isMet: spreadOf(refused).median <= goal.refused,
    },
  ];
}

function refusedOf({ vendor }: Trial): number {
  return vendor.refused / vendor.requests;
}
