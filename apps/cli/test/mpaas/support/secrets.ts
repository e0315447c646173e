import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CliResult } from '../../support/call-cli.ts';
import type { MpaasStage } from './mpaas-stage.ts';

const SIGNATURE = /Signature=[0-9a-f]{64}/;

/** Neither a secret of any access key nor a signature, and no whole target on the screen. */
export function expectNoMpaasSecrets(stage: MpaasStage, { stdout, stderr }: CliResult): void {
  for (const output of [stdout, stderr]) {
    expect(output).not.toMatch(SIGNATURE);
    for (const secret of secretsOf(stage)) expect(output).not.toContain(secret);
    for (const target of stage.targets) expect(output).not.toContain(target);
  }
}

/** Of all files below a folder, whole targets may stand in those named only; a secret in none but the key files. */
export async function expectNoMpaasSecretsInFiles(
  stage: MpaasStage,
  { mayHoldTargets }: { readonly mayHoldTargets: readonly string[] },
): Promise<void> {
  for (const entry of await readdir(stage.folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /^(ak|sts).*\.json$/.test(entry.name)) continue;
    const content = await readFile(join(entry.parentPath, entry.name), 'utf8');
    expect(content, entry.name).not.toMatch(SIGNATURE);
    for (const secret of secretsOf(stage)) expect(content, entry.name).not.toContain(secret);
    if (mayHoldTargets.includes(entry.name)) continue;
    for (const target of stage.targets) expect(content, entry.name).not.toContain(target);
  }
}

const secretsOf = ({ running }: MpaasStage): readonly string[] =>
  running.emulator.mpaas
    .accessKeys()
    .flatMap(({ accessKeySecret, securityToken }) => [
      accessKeySecret,
      ...(securityToken === undefined ? [] : [securityToken]),
    ]);
