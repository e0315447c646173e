import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf } from './process-figures.ts';

/** What is measured again and again. */
export interface Measured {
  readonly times: number;
  /** Is not measured. */
  readonly before?: (time: number) => Promise<unknown>;
  readonly act: (time: number) => Promise<unknown>;
}

/** What is left to be done behind an answer: the writing of what was written down, say. */
const AFTERWARDS_MS = 5;

/** Milliseconds of processor time that a process spends on each. */
export async function sample(pid: number, { times, before, act }: Measured): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let time = 0; time < times; time++) {
    await before?.(time);
    await wait(AFTERWARDS_MS);
    const start = await cpuOf(pid);
    await act(time);
    await wait(AFTERWARDS_MS);
    samples.push(1000 * ((await cpuOf(pid)) - start));
  }
  return samples;
}

/** As a table shows samples, in milliseconds. */
export interface Figures {
  readonly times: number;
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number): number => round(sorted[Math.ceil(share * sorted.length) - 1] ?? NaN);
  return { times: samples.length, median: at(0.5), p99: at(0.99), most: at(1) };
}

export const round = (value: number): number => Number(value.toPrecision(value < 100 ? 2 : 3));
