import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VendorAddress } from '../vendor/vendor-settings.ts';
import { type Measured, measure } from './measure.ts';
import { recall } from './recall.ts';
import type { Setting } from './setting.ts';

/** What is to be taken back, and from whom. */
export interface Job {
  readonly vendor: VendorAddress;
  readonly notifyId: number;
  /** The path of a list of tokens, one a line. */
  readonly tokens: string;
  readonly targets: number;
  /** For the contestant's own files. */
  readonly folder: string;
}

/** A program that can do the job. */
export interface Contestant {
  readonly name: string;
  run(job: Job): Promise<Measured & { readonly accepted: number }>;
}

/** The command line, with all the records that it can keep. */
export function ours(
  { name, flags }: Pick<Contestant, 'name'> & { flags: readonly string[] },
  setting: Setting,
): Contestant {
  return {
    name,
    run: async (job) => {
      const { summary, ...measured } = await recall(
        { ...job, flags: [...flags, ...records(job.folder, setting)] },
        setting,
      );
      return { ...measured, accepted: summary.targets.accepted };
    },
  };
}

function records(folder: string, { flags }: Setting): readonly string[] {
  const evidence = flags.has('--evidence') ? ['--evidence', join(folder, 'evidence.ndjson')] : [];
  return ['--report', join(folder, 'report.ndjson'), ...evidence];
}

/** A program of ../rivals. */
export function rival({
  name,
  program,
  concurrency,
}: Pick<Contestant, 'name'> & { readonly program: string; readonly concurrency: number }): Contestant {
  const path = fileURLToPath(import.meta.resolve(`../rivals/${program}.js`));
  return {
    name,
    run: async ({ vendor, notifyId, tokens, targets }) => {
      const settings = JSON.stringify({ ...vendor, notifyId, tokens, targets, concurrency });
      const measured = await measure({ args: [path, settings], env: { NODE_EXTRA_CA_CERTS: vendor.ca } });
      const { accepted } = JSON.parse(measured.stdout) as { readonly accepted: number }; // by say() of the rivals
      return { ...measured, accepted };
    },
  };
}

/** How many requests at a time, where all contestants are to have the same. */
export const CONCURRENCY = 6;

export const READY_BODIES = rival({
  name: 'undici, ready bodies',
  program: 'ready-bodies',
  concurrency: CONCURRENCY,
});
/** As much as a vendor can take. */
export const FLOOD = rival({ name: 'undici, ready bodies', program: 'ready-bodies', concurrency: 16 });
export const PLAIN_LOOP = rival({
  name: 'plain fetch loop',
  program: 'plain-loop',
  concurrency: CONCURRENCY,
});
export const BACKOFF_32 = rival({ name: 'backoff, 32 at a time', program: 'backoff-loop', concurrency: 32 });
export const BACKOFF_6 = rival({ name: 'backoff, 6 at a time', program: 'backoff-loop', concurrency: 6 });
