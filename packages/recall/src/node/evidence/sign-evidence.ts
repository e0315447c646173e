import { createHash, sign, type KeyObject } from 'node:crypto';
import { toBase64 } from '../../evidence/base64.ts';
import { hashedPart, lineOf } from '../../evidence/link.ts';
import { signedBytes, type SignatureRecord } from '../../evidence/signature.ts';
import { linesOf } from '../../evidence/verify/chain/lines.ts';
import { readLine } from '../../evidence/verify/chain/read-line.ts';
import { InputError } from '../../intake/input-error.ts';
import { spkiOf } from './keys.ts';

/** The last record of an export. */
export interface EvidenceHead {
  readonly seq: number;
  readonly hash: string;
}

/**
 * The line, without its line feed, that signs all records up to the head.
 *
 * @param key An Ed25519 private key, as `readSigningKey` gives it.
 */
export function signatureLine({ seq, hash }: EvidenceHead, key: KeyObject): string {
  const record: SignatureRecord = {
    type: 'signature',
    alg: 'Ed25519',
    publicKey: toBase64(spkiOf(key)),
    signature: toBase64(sign(null, signedBytes(hash), key)),
  };
  const hashed = hashedPart(record, { seq: seq + 1, prev: hash });
  return lineOf(hashed, createHash('sha256').update(hashed).digest('hex'));
}

/**
 * The same evidence with a line at its end that signs it.
 *
 * @throws InputError where there is no record at the end to sign, or a signature already.
 */
export async function* signEvidence(
  evidence: AsyncIterable<Uint8Array>,
  key: KeyObject,
): AsyncGenerator<Uint8Array> {
  let last: Uint8Array | undefined;
  for await (const { bytes, endsWith } of linesOf(evidence)) {
    if (endsWith !== 'line feed')
      throw new InputError('The evidence is cut short, and cannot be signed. Export it again.');
    yield Buffer.concat([bytes, LINE_FEED]);
    last = bytes;
  }
  const head = last && readLine(last);
  if (head === undefined || typeof head === 'string') {
    throw new InputError('The evidence does not end with a record, and cannot be signed. Export it again.');
  }
  if (head.fields['type'] === 'signature') {
    throw new InputError(
      'The evidence is signed already. Export it again without its signature, and sign that.',
    );
  }
  yield Buffer.from(`${signatureLine(head, key)}\n`);
}

const LINE_FEED = Buffer.from('\n');
