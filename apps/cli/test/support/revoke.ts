import { existsSync } from 'node:fs';
import type { SummaryObject } from '../../src/session/summary/summary-object.ts';
import { callCli, type CliResult } from './call-cli.ts';
import { expectNoSecrets } from './expect-no-secrets.ts';
import { NOTIFY_ID, type Stage } from './stage.ts';

/** A finished call of `unpush revoke --json`. */
export interface RevokeResult extends CliResult {
  readonly summary: SummaryObject;
}

/** The flags of a confirmed recall from a file with all the stage's tokens. */
export async function revokeFlags(stage: Stage): Promise<readonly string[]> {
  const path = stage.file('tokens.txt');
  // Written once: another recall may be reading it, and would find it changed
  if (!existsSync(path)) await stage.write('tokens.txt', `${stage.tokens.join('\n')}\n`);
  return [
    'revoke',
    ...stage.flags,
    '--notify-id',
    String(NOTIFY_ID),
    '--confirm',
    String(NOTIFY_ID),
    '--tokens',
    path,
  ];
}

/** Revokes from all of the stage's phones; whatever happens, no secret may show. */
export async function revokeAll(stage: Stage, more: readonly string[] = []): Promise<RevokeResult> {
  const flags = [...(await revokeFlags(stage)), '--json', ...more];
  const result = await callCli(flags, { cwd: stage.folder });
  expectNoSecrets(stage, result);
  if (result.stdout === '') throw new Error(`no summary; stderr was:\n${result.stderr}`);
  // What --json prints is what this type says: the test of its shape reads it as plain JSON
  return { ...result, summary: JSON.parse(result.stdout) as SummaryObject };
}
