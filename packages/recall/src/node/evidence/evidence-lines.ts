import type { KeyObject } from 'node:crypto';
import type { TextLines } from '../../report/text-lines.ts';
import { signEvidence } from './sign-evidence.ts';

/** Evidence line by line, without line feeds, as a record of a recall gives it. */
type Lines = Iterable<string> | AsyncIterable<string>;

/**
 * Evidence as it is written to a file, with a line at its end that signs it if there is a key for that.
 *
 * @param key An Ed25519 private key, as `readSigningKey` gives it.
 * @throws LedgerError where the evidence cannot be read; with a key, InputError where there is none yet.
 *
 * @example
 * ```ts
 * await using record = await store.read(recallId);
 * for await (const { text } of evidenceLines(record.evidence())) file.write(text);
 * ```
 */
export async function* evidenceLines(evidence: Lines, key?: KeyObject): AsyncGenerator<TextLines> {
  if (key === undefined) {
    for await (const line of evidence) yield { text: `${line}\n`, count: 1 };
    return;
  }
  for await (const line of signEvidence(bytesOf(evidence), key)) {
    yield { text: Buffer.from(line).toString('utf8'), count: 1 };
  }
}

async function* bytesOf(lines: Lines): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(`${line}\n`);
}
