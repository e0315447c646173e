import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readSigningKey, signEvidence, type RecallReader } from '@unpush/recall/node';
import { SettingsError } from '../../errors/settings-error.ts';
import type { Lines } from '../../output/lines.ts';

/** The evidence of a recall as it stands, with a signature at its end if there is a key for one. */
export async function* evidenceLines(
  reader: RecallReader,
  key: KeyObject | undefined,
): AsyncGenerator<Lines> {
  if (key === undefined) {
    for (const line of reader.evidence()) yield { text: `${line}\n`, count: 1 };
    return;
  }
  for await (const line of signEvidence(bytesOf(reader.evidence()), key)) {
    yield { text: Buffer.from(line).toString('utf8'), count: 1 };
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- what signs wants an async iterable, as a file is
async function* bytesOf(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield Buffer.from(`${line}\n`);
}

/** Reads the key for a signature. Throws {@link SettingsError}, or `CredentialError` where it is none. */
export async function loadSignKey(path: string): Promise<KeyObject> {
  let pem: string;
  try {
    pem = await readFile(path, 'utf8');
  } catch (error) {
    throw new SettingsError(
      `--sign-key ${path} cannot be read: ${String(error)}; give an Ed25519 private key in PEM`,
      { cause: error },
    );
  }
  return readSigningKey(pem);
}
