import type { SummaryObject } from '../../../src/session/summary/summary-object.ts';
import { callCli, type CliCall, type CliResult } from '../../support/call-cli.ts';
import { spawnCli } from '../../support/spawn-cli.ts';
import { MESSAGE_ID, TASK_ID, type MpaasStage } from './mpaas-stage.ts';
import { expectNoMpaasSecrets } from './secrets.ts';

/** A finished call of `unpush revoke --json`. */
export interface MpaasRevokeResult extends CliResult {
  readonly summary: SummaryObject;
}

/** The flags of a confirmed recall of the message from all of the stage's targets. */
export const messageFlags = ({ flags, list }: MpaasStage): readonly string[] => [
  ...['revoke', ...flags, '--message-id', MESSAGE_ID, '--confirm', MESSAGE_ID, '--targets', list],
];

/** The flags of a confirmed recall of the task. */
export const taskFlags = ({ flags }: MpaasStage): readonly string[] => [
  ...['revoke', ...flags, '--task-id', TASK_ID, '--confirm', TASK_ID],
];

/** Calls a command where the stage's recalls lie; whatever happens, no secret may show. */
export async function callMpaas(
  stage: MpaasStage,
  args: readonly string[],
  more: CliCall = {},
): Promise<CliResult> {
  const result = await callCli(args, { cwd: stage.folder, ...more });
  expectNoMpaasSecrets(stage, result);
  return result;
}

/** The same as a process of its own. */
export async function spawnMpaas(stage: MpaasStage, args: readonly string[]): Promise<CliResult> {
  const result = await spawnCli(args, { cwd: stage.folder }).result;
  expectNoMpaasSecrets(stage, result);
  return result;
}

/** Revokes the message from all of the stage's targets, in this process. */
export async function revokeMessage(
  stage: MpaasStage,
  more: readonly string[] = [],
): Promise<MpaasRevokeResult> {
  return withSummary(await callMpaas(stage, [...messageFlags(stage), '--json', ...more]));
}

/** Reads what `--json` printed. */
export function withSummary(result: CliResult): MpaasRevokeResult {
  if (result.stdout === '') throw new Error(`no summary; stderr was:\n${result.stderr}`);
  // What --json prints is what this type says: the test of its shape reads it as plain JSON
  return { ...result, summary: JSON.parse(result.stdout) as SummaryObject };
}
