import { resolve } from 'node:path';
import { SettingsError } from '../errors/settings-error.ts';
import { textFlags, type Flags } from '../flags/read-flags.ts';
import type { Outputs } from '../ledger/kept-recall.ts';
import { checkOutputPlace, refuseSamePlace, type OutputPlace } from './output-place.ts';

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
    report === undefined
      ? earlier.report
      : { ...writtenTo(resolve(cwd, report), earlier.report), all: earlier.report?.all ?? false };
  const proved =
    evidence === undefined
      ? earlier.evidence
      : { ...earlier.evidence, ...writtenTo(resolve(cwd, evidence), earlier.evidence) };
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

/** A place, and what shows that the file there is ours, if it is the one that was named before. */
const writtenTo = (path: string, earlier: Outputs['report'] | Outputs['evidence']) => ({
  path,
  written: earlier?.path === path ? earlier.written : undefined,
});

/** Makes sure that they can be made. Throws {@link SettingsError}. */
export async function checkOutputs(
  outputs: Outputs,
  { nothingSent }: { readonly nothingSent: boolean },
): Promise<void> {
  const { report, evidence } = placesOf(outputs);
  refuseSamePlace(report && { ...report, nothingSent }, evidence);
  for (const place of [report, evidence]) {
    if (place !== undefined) await checkOutputPlace({ ...place, nothingSent });
  }
}

/** Where they are written. */
export function placesOf({ report, evidence }: Outputs): {
  readonly report?: OutputPlace | undefined;
  readonly evidence?: OutputPlace | undefined;
} {
  return {
    report: report && {
      what: 'report',
      flag: '--report',
      path: report.path,
      mayReplace: report.written,
    },
    evidence: evidence && {
      what: 'evidence',
      flag: '--evidence',
      path: evidence.path,
      mayReplace: evidence.written,
    },
  };
}
