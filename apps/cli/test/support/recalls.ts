import { readFile } from 'node:fs/promises';
import type { SummaryObject } from '../../src/session/summary/summary-object.ts';
import { callCli, type CliCall, type CliResult } from './call-cli.ts';
import { expectNoSecrets } from './expect-no-secrets.ts';
import { revokeFlags } from './revoke.ts';
import { said, spawnCli, type RunningCli } from './spawn-cli.ts';
import type { Stage } from './stage.ts';

/** Calls a command where the stage's recalls lie; whatever happens, no secret may show. */
export async function call(stage: Stage, args: readonly string[], more: CliCall = {}): Promise<CliResult> {
  const result = await callCli(args, { cwd: stage.folder, ...more });
  expectNoSecrets(stage, result);
  return result;
}

/** `unpush recalls list --json`. */
export async function listed(stage: Stage): Promise<readonly SummaryObject[]> {
  const { stdout } = await call(stage, ['recalls', 'list', '--json']);
  return JSON.parse(stdout) as readonly SummaryObject[]; // what the command says that it prints
}

/** The id of the only recall there is. */
export async function onlyRecall(stage: Stage): Promise<string> {
  const all = await listed(stage);
  if (all.length !== 1 || all[0] === undefined) throw new Error(`there are ${all.length} recalls`);
  return all[0].recallId;
}

/** A recall at ten tokens a second in a process of its own, once the vendor has accepted the first ten. */
export async function beginSlowly(stage: Stage, more: readonly string[] = []): Promise<RunningCli> {
  const cli = spawnCli([...(await revokeFlags(stage)), '--quota', '10', '--json', ...more], {
    cwd: stage.folder,
  });
  await said(cli, /Recall r-/);
  while (stage.revoked().size < 10) await new Promise((resolve) => setTimeout(resolve, 20));
  return cli;
}

/** A line of a report. */
export interface ReportLine {
  readonly target: string;
  readonly outcome: string;
  readonly code?: string;
  readonly requestId?: string;
  readonly source?: { readonly file: string; readonly line: number };
}

/** The lines of a report's text. */
export const linesOf = (text: string): readonly ReportLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReportLine); // what the command says that it prints

/** The lines of a report in the stage's folder. */
export const reportIn = async (stage: Stage, name: string): Promise<readonly ReportLine[]> =>
  linesOf(await readFile(stage.file(name), 'utf8'));

/** Of a report, the targets with an outcome. */
export const targetsWith = (lines: readonly ReportLine[], outcome: string): ReadonlySet<string> =>
  new Set(lines.filter((line) => line.outcome === outcome).map(({ target }) => target));
