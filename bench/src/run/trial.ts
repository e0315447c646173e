import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startVendor } from '../vendor/vendor.ts';
import type { VendorFigures, VendorSettings } from '../vendor/vendor-settings.ts';
import type { Contestant } from './contestant.ts';
import type { Usage } from './measure.ts';
import type { Setting } from './setting.ts';

/** What one contestant and its vendor came to. */
export interface Trial extends Usage {
  readonly vendor: VendorFigures;
}

/** What is to be done. */
export interface Task {
  readonly vendor: Omit<VendorSettings, 'folder'>;
  readonly tokens: string;
  readonly targets: number;
}

const NOTIFY_ID = 3114932;

/**
 * Lets a contestant do a task against a vendor of its own.
 *
 * @throws Error if not every target was accepted: then there is nothing to compare.
 */
export async function runTrial(contestant: Contestant, task: Task, setting: Setting): Promise<Trial> {
  const folder = await mkdtemp(join(setting.folder, 'trial-'));
  try {
    await using vendor = await startVendor({ ...task.vendor, folder });
    const job = { vendor: vendor.address, notifyId: NOTIFY_ID, folder };
    const { accepted, ...usage } = await contestant.run({
      ...job,
      tokens: task.tokens,
      targets: task.targets,
    });
    if (accepted !== task.targets) {
      throw new Error(`${contestant.name}: ${accepted} of ${task.targets} targets were accepted, not all`);
    }
    return { ...usage, vendor: await vendor.stop() };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Lets contestants do a task in turns, round after round. By contestant, in their order. */
export async function inTurns(
  contestants: readonly Contestant[],
  task: Task,
  { rounds, setting }: { readonly rounds: number; readonly setting: Setting },
): Promise<readonly (readonly Trial[])[]> {
  const trials: Trial[][] = contestants.map(() => []);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      setting.say(`  round ${round} of ${rounds}: ${contestant.name}, ${task.targets} targets`);
      trials[index]?.push(await runTrial(contestant, task, setting));
    }
  }
  return trials;
}

/** Lets contestants do a task at the same time, round after round. By contestant, in their order. */
export async function sideBySide(
  contestants: readonly Contestant[],
  task: Task,
  { rounds, setting }: { readonly rounds: number; readonly setting: Setting },
): Promise<readonly (readonly Trial[])[]> {
  const byRound: (readonly Trial[])[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    setting.say(`  round ${round} of ${rounds}: ${contestants.length} side by side, ${task.targets} targets`);
    byRound.push(await Promise.all(contestants.map((contestant) => runTrial(contestant, task, setting))));
  }
  return contestants.map((_, index) => byRound.flatMap((trials) => trials[index] ?? []));
}
