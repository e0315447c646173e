import { resolve } from 'node:path';
import { SettingsError } from '../errors/settings-error.ts';
import { textFlags, type Flags } from '../flags/read-flags.ts';
import type { Outputs } from '../ledger/kept-recall.ts';
import { checkOutputPlace } from './output-place.ts';

/** Files that were asked for on the command line. */
export interface OutputFlags {
  readonly report?: string;
  readonly reportAll: boolean;
  readonly evidence?: string;
  readonly signKey?: string;
}

/** Reads them. Throws {@link SettingsError} for one that says nothing by itself. */
export function readOutputFlags(flags: Flags): OutputFlags {
  return { ...textFlags(flags, ['report', 'evidence', 'signKey']), reportAll: flags['reportAll'] === true };
}

/**
 * The files that a session is to write: those asked for now, else those that an earlier one was asked for. Throws
 * {@link SettingsError} for a flag that says nothing by itself.
 */
export function outputsOf(
  { report, reportAll, evidence, signKey }: OutputFlags,
  { cwd, earlier = {} }: { readonly cwd: string; readonly earlier?: Outputs },
): Outputs {
  const reported =
    report === undefined ? earlier.report : { path: resolve(cwd, report), all: earlier.report?.all ?? false };
  const proved =
    evidence === undefined ? earlier.evidence : { ...earlier.evidence, path: resolve(cwd, evidence) };
  if (reportAll && reported === undefined) {
    throw new SettingsError('--report-all says what goes into the report: give --report FILE as well');
  }
  if (signKey !== undefined && proved === undefined) {
    throw new SettingsError('--sign-key signs the evidence: give --evidence FILE as well');
  }
  return {
    ...(reported && { report: { ...reported, all: reported.all || reportAll } }),
    ...(proved && {
      evidence: { ...proved, ...(signKey !== undefined && { signKey: resolve(cwd, signKey) }) },
    }),
  };
}

/** Makes sure that they can be made. Throws {@link SettingsError}. */
export async function checkOutputs(
  { report, evidence }: Outputs,
  { nothingSent }: { readonly nothingSent: boolean },
): Promise<void> {
  if (report !== undefined) {
    const { path, written } = report;
    await checkOutputPlace({ what: 'report', flag: '--report', path, mayReplace: written, nothingSent });
  }
  if (evidence !== undefined) {
    const { path, written } = evidence;
    await checkOutputPlace({ what: 'evidence', flag: '--evidence', path, mayReplace: written, nothingSent });
  }
}
