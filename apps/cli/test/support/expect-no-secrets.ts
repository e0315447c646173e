import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CliResult } from './call-cli.ts';
import type { Stage } from './stage.ts';

const JWT = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;

/** Neither the key nor a JWT anywhere, and no whole token on the screen. */
export function expectNoSecrets(stage: Stage, { stdout, stderr }: CliResult): void {
  for (const output of [stdout, stderr]) {
    expect(output).not.toMatch(JWT);
    for (const piece of piecesOf(stage.privateKey)) expect(output).not.toContain(piece);
    for (const token of stage.tokens) expect(output).not.toContain(token);
  }
}

/** Of all files below a folder, whole tokens may stand in those named only; a key or a JWT in none. */
export async function expectNoSecretsInFiles(
  stage: Stage,
  { folder, mayHoldTokens }: { folder: string; mayHoldTokens: readonly string[] },
): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'sa.json') continue;
    const content = await readFile(join(entry.parentPath, entry.name), 'utf8');
    expect(content, entry.name).not.toMatch(JWT);
    for (const piece of piecesOf(stage.privateKey)) expect(content, entry.name).not.toContain(piece);
    if (mayHoldTokens.includes(entry.name)) continue;
    for (const token of stage.tokens) expect(content, entry.name).not.toContain(token);
  }
}

/** A key can be wrapped in many ways; a run of its middle is the same in all of them. */
const piecesOf = (pem: string): readonly string[] =>
  pem
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('-----'))
    .map((line) => line.slice(8, 40))
    .filter((piece) => piece.length >= 16);
