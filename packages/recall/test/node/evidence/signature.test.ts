import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeEvidenceCrypto } from '../../../src/node/evidence/node-evidence-crypto.ts';
import { readPublicKey, readSigningKey, spkiOf } from '../../../src/node/evidence/keys.ts';
import { signatureLine, signEvidence } from '../../../src/node/evidence/sign-evidence.ts';
import { end, header, session } from '../../evidence/support/records.ts';
import { FINGERPRINT, PUBLIC_PEM, SIGNING_PEM } from '../../evidence/support/test-key.ts';
import { each, verify } from '../../evidence/support/verify.ts';
import { hashOf, textOf, writeEvidence } from '../../evidence/support/write-evidence.ts';

const lines = writeEvidence([header(2), session(), end]);
const headHash = hashOf(lines[2]!);
const key = readSigningKey(SIGNING_PEM);
const publicKey = readPublicKey(PUBLIC_PEM);
const stranger = generateKeyPairSync('ed25519').privateKey;

async function signed(evidence: string, by = key): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of signEvidence(each([Buffer.from(evidence)]), by)) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('signing evidence', () => {
  it('adds one line, and leaves the others as they are', async () => {
    const text = await signed(textOf(lines));
    expect(text).toBe(textOf([...lines, signatureLine({ seq: 3, hash: headHash }, key)]));
  });

  it('makes a signature that holds', async () => {
    expect(await verify(await signed(textOf(lines)), { publicKey, expectedHead: headHash })).toMatchObject({
      problems: [],
      headHash,
      records: 4,
      signature: { fingerprint: FINGERPRINT, valid: true, expectedKey: true },
    });
  });

  it('refuses what is cut short, empty or signed already', async () => {
    const again = await signed(textOf(lines));
    await expect(signed(textOf(lines).slice(0, -1))).rejects.toThrow('is cut short');
    await expect(signed('')).rejects.toThrow('does not end with a record');
    await expect(signed('{}\n')).rejects.toThrow('does not end with a record');
    await expect(signed(again)).rejects.toThrow('is signed already');
  });
});

describe('a signature', () => {
  it('says nothing about who made it, unless a public key is named', async () => {
    const { holds, signature, notChecked } = await verify(await signed(textOf(lines), stranger));
    expect(holds).toBe(true);
    expect(signature).not.toHaveProperty('expectedKey');
    expect(notChecked).toContain(
      'Who signed it: anybody can make a signature with a key of their own. Give the public key, or compare its fingerprint with one you trust.',
    );
  });

  it('must be by the key that is named', async () => {
    const { problems, signature } = await verify(await signed(textOf(lines), stranger), { publicKey });
    const other = await nodeEvidenceCrypto.sha256(spkiOf(stranger));
    expect(problems).toEqual([
      {
        line: 4,
        problem: `It is signed by the key ${other}, not by the one that was expected, ${FINGERPRINT}.`,
      },
    ]);
    expect(signature).toEqual({ fingerprint: other, valid: true, expectedKey: false });
  });

  it('must be there where a key is named', async () => {
    expect((await verify(textOf(lines), { publicKey })).problems).toEqual([
      { line: 3, problem: 'It carries no signature that could be checked with the public key.' },
    ]);
  });

  it('must be over the head hash', async () => {
    const other = signatureLine({ seq: 3, hash: '0'.repeat(64) }, key);
    const { signature } = JSON.parse(other) as { signature: string };
    const record = {
      type: 'signature',
      alg: 'Ed25519',
      publicKey: Buffer.from(publicKey).toString('base64'),
    } as const;
    const text = textOf(writeEvidence([header(2), session(), end, { ...record, signature }]));
    expect(await verify(text, { publicKey })).toMatchObject({
      problems: [
        { line: 4, problem: 'The signature does not hold: it is not one over the head hash by its key.' },
      ],
      signature: { valid: false },
    });
  });

  it('is written in one form', async () => {
    const form = async (fields: { publicKey: string; signature: string }): Promise<readonly string[]> => {
      const record = { type: 'signature', alg: 'Ed25519', ...fields } as const;
      const { problems } = await verify(textOf(writeEvidence([header(2), session(), end, record])));
      return problems.map(({ problem }) => problem);
    };
    const good = {
      publicKey: Buffer.from(publicKey).toString('base64'),
      signature: randomBytes(64).toString('base64'),
    };
    const noKey = 'The publicKey of the signature is no Ed25519 key in SPKI form and base64.';
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
      format: 'der',
      type: 'spki',
    });
    expect(await form({ ...good, publicKey: rsa.toString('base64') })).toEqual([noKey]);
    expect(await form({ ...good, publicKey: good.publicKey.replace('=', '') })).toEqual([noKey]);
    expect(await form({ ...good, signature: 'AAAA' })).toEqual(['The signature is not 64 bytes in base64.']);
  });

  it('is the last line', async () => {
    const text = textOf(
      writeEvidence([
        header(2),
        session(),
        end,
        {
          type: 'signature',
          alg: 'Ed25519',
          publicKey: Buffer.from(publicKey).toString('base64'),
          signature: '',
        },
        session(),
      ]),
    );
    expect((await verify(text)).problems).toContainEqual({
      line: 5,
      problem: 'A session cannot stand behind a signature, which is the last line.',
    });
  });
});

describe('a head hash that was noted elsewhere', () => {
  it('is that of the last record', async () => {
    expect((await verify(textOf(lines), { expectedHead: headHash.toUpperCase() })).problems).toEqual([]);
  });

  it('tells that records were added since, where it is that of an earlier one', async () => {
    expect((await verify(textOf(lines), { expectedHead: hashOf(lines[0]!) })).problems).toEqual([
      {
        line: 3,
        problem:
          'The hash that was noted is that of record 1, not of the head: 2 records were added since. Up to record 1 it is what was noted.',
      },
    ]);
  });

  it('tells other evidence', async () => {
    const noted = 'a'.repeat(64);
    expect((await verify(textOf(lines), { expectedHead: noted })).problems).toEqual([
      {
        line: 3,
        problem: `The hash that was noted, ${noted}, is that of no record here: this is not the evidence it was taken from, or it was written anew.`,
      },
    ]);
  });
});
