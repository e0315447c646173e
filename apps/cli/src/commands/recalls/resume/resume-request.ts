import { SettingsError } from '../../../errors/settings-error.ts';
import { readDuration, type Flags } from '../../../flags/read-flags.ts';
import type { KeptRecall } from '../../../ledger/kept-recall.ts';
import { outputsOf, readOutputFlags } from '../../../output/output-flags.ts';

/** What was asked for on the command line, checked. */
export interface ResumeRequest {
  readonly retryUnknown: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Reads the flags that are of this session only. */
export const readResumeRequest = (flags: Flags): ResumeRequest => ({
  retryUnknown: flags['retryUnknown'] === true,
  dryRun: flags['dryRun'] === true,
  json: flags['json'] === true,
});

/** The recall as it goes on, with what the flags change of it; but for the settings of the connection. */
export function changeKept(kept: KeptRecall, { flags, cwd }: { flags: Flags; cwd: string }): KeptRecall {
  const giveUpAfter = flags['giveUpAfter'];
  return {
    ...kept,
    outputs: outputsOf(readOutputFlags(flags), { cwd, earlier: kept.outputs }),
    giveUpAfterMs:
      typeof giveUpAfter === 'string' ? readDuration('--give-up-after', giveUpAfter) : kept.giveUpAfterMs,
    keepGoing: kept.keepGoing || flags['keepGoing'] === true,
  };
}

/** What only a gateway can be asked for. Throws {@link SettingsError}. */
export function refuseOfGateway(flags: Flags): void {
  const given = [
    ...(flags['reason'] === undefined ? [] : ['--reason']),
    ...(flags['again'] === undefined ? [] : ['--again']),
    ...(flags['watch'] === false ? ['--no-watch'] : []),
  ];
  if (given.length === 0) return;
  throw new SettingsError(
    `${given.join(' and ')} ${given.length === 1 ? 'is' : 'are'} for a recall at a gateway, but this one is on this machine: nothing was sent; leave ${given.length === 1 ? 'it' : 'them'} out, or give --gateway URL`,
  );
}
