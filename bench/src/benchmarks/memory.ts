import { rm } from 'node:fs/promises';
import { spreadOf, written } from '../figures/spread.ts';
import type { Section } from '../report/section.ts';
import { ours, PLAIN_LOOP } from '../run/contestant.ts';
import type { Setting } from '../run/setting.ts';
import { tokenFile } from '../run/token-file.ts';
import { inTurns, type Trial } from '../run/trial.ts';
import { NO_LIMIT } from '../vendor/vendor-settings.ts';

const MEBIBYTE = 2 ** 20;
const MOST_GROWTH = 1.1;
const MOST_BYTES_A_TARGET = 32;

/** (c) The most memory that the client needs, by the length of the list. */
export async function measureMemory(setting: Setting): Promise<Section> {
  const { quick } = setting;
  const sizes = quick ? [10_000, 100_000] : [100_000, 1_000_000, 10_000_000];
  const contestants = [
    ours({ name: 'unpush, dedupe off', flags: ['--no-dedupe'] }, setting),
    ours({ name: 'unpush, dedupe on', flags: [] }, setting),
    PLAIN_LOOP,
  ];
  /** By size, then contestant, then round. */
  const trials: (readonly (readonly Trial[])[])[] = [];
  for (const targets of sizes) {
    const tokens = await tokenFile(setting.folder, targets);
    const rounds = setting.rounds ?? (quick || targets > 1_000_000 ? 1 : 3);
    trials.push(await inTurns(contestants, { vendor: NO_LIMIT, tokens, targets }, { rounds, setting }));
    await rm(tokens);
  }
  const peaks = (size: number, contestant: number): readonly number[] =>
    (trials.at(size)?.[contestant] ?? []).map(({ peakBytes }) => peakBytes);
  const peak = (size: number, contestant: number): number => spreadOf(peaks(size, contestant)).median;
  const [least = 0] = sizes;
  const most = sizes.at(-1) ?? 0;
  const growth = peak(-1, 0) / peak(0, 0);
  const bytesATarget = (peak(-1, 1) - peak(0, 1)) / (most - least);
  return {
    title: '(c) Peak memory',
    about:
      'The high-water mark of the resident memory of the whole process, no quota, in turns. Lists of 112-character tokens in text files. Up to a million targets in several rounds.',
    tables: [
      {
        columns: ['targets', ...contestants.map(({ name }) => `${name}, MiB`)],
        rows: sizes.map((targets, size) => [
          String(targets),
          ...contestants.map((_, index) =>
            written(
              peaks(size, index).map((bytes) => bytes / MEBIBYTE),
              0,
            ),
          ),
        ]),
      },
    ],
    goals: [
      {
        what: `peak at ${most} targets, dedupe off`,
        rival: `itself at ${least}`,
        goal: `≤ ${MOST_GROWTH} ×`,
        measured: `${growth.toFixed(2)} ×`,
        isMet: growth <= MOST_GROWTH,
      },
      {
        what: `growth from ${least} to ${most} targets, dedupe on`,
        rival: `itself at ${least}`,
        goal: `≤ ${MOST_BYTES_A_TARGET} bytes a target`,
        measured: `${bytesATarget.toFixed(1)} bytes a target`,
        isMet: bytesATarget <= MOST_BYTES_A_TARGET,
      },
    ],
  };
}
