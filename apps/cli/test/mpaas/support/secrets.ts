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
    expect(foundIn(output, secretsOf(stage))).toEqual([]);
    expect(foundIn(output, stage.targets)).toEqual([]);
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
    expect(foundIn(content, secretsOf(stage)), entry.name).toEqual([]);
    const found = foundIn(content, stage.targets);
    // That they would be found shows where they are meant to be
    if (entry.name === 'targets.txt') expect(found).toHaveLength(stage.targets.length);
    if (!mayHoldTargets.includes(entry.name)) expect(found, entry.name).toEqual([]);
  }
}

const HEAD = 3;

/**
 * Those that stand in a text, by one walk through it: there can be thousands in many megabytes. Ids that are made alike begin
 * alike, so there are few places to look at.
 */
function foundIn(text: string, words: readonly string[]): readonly string[] {
  const wanted = new Set(words);
  const heads = new Set(words.map((word) => word.slice(0, HEAD)));
  const lengths = new Set(words.map(({ length }) => length));
  const found = new Set<string>();
  for (const head of heads) {
    for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) {
      for (const length of lengths) {
        const word = text.slice(at, at + length);
        if (wanted.has(word)) found.add(word);
      }
    }
  }
  return [...found];
}

const secretsOf = ({ running }: MpaasStage): readonly string[] =>
  running.emulator.mpaas
    .accessKeys()
    .flatMap(({ accessKeySecret, securityToken }) => [
      accessKeySecret,
      ...(securityToken === undefined ? [] : [securityToken]),
    ]);
