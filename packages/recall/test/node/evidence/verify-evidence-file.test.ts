import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyEvidenceFile } from '../../../src/node/evidence/verify-evidence-file.ts';
import { nodeEvidenceCrypto } from '../../../src/node/evidence/node-evidence-crypto.ts';
import { digestedBatch } from '../../../src/evidence/digested.ts';
import { end, header, session, verdict } from '../../evidence/support/records.ts';
import { each } from '../../evidence/support/verify.ts';
import { textOf, writeEvidence } from '../../evidence/support/write-evidence.ts';
import { opened, readAll } from '../intake/support/read-input.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpush-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('a file of evidence', () => {
  it('is verified', async () => {
    const path = join(folder, 'evidence.ndjson');
    await writeFile(path, textOf(writeEvidence([header(2), session(), end])));
    expect(await verifyEvidenceFile(path)).toMatchObject({ holds: true, sealed: false, records: 3 });
  });

  it('has to be there', async () => {
    const path = join(folder, 'missing.ndjson');
    await expect(verifyEvidenceFile(path)).rejects.toThrow(`${path}: there is no such file. Check the path.`);
  });

  it('has to be a file', async () => {
    await expect(verifyEvidenceFile(folder)).rejects.toThrow('this is a directory');
  });
});

describe('the lists of a recall, as they are read', () => {
  const KEY = { recallId: 'r-1', key: new Uint8Array(32).fill(7) };

  it.each([
    ['duplicates are dropped', true, ['a', 'b', 'c', 'd']],
    ['duplicates stay', false, ['a', 'b', 'a', 'c', 'b', 'c', 'd', 'a']],
  ])('are those of the evidence where %s', async (_, dedupe, targets) => {
    const [one, two] = [join(folder, 'one.txt'), join(folder, 'two.ndjson')];
    await writeFile(one, 'a\nb\nnot one\na\n');
    await writeFile(two, '"c"\n7\n"b"\n');
    const input = await opened({
      files: [{ path: one }, { path: two }],
      tokens: ['c', 'd', 'a'],
      dedupe,
    });
    expect((await readAll(input.source)).targets).toEqual(targets);
    const path = join(folder, 'lists.ndjson');
    const spans = [[0, targets.length]] as const;
    const digest = await nodeEvidenceCrypto.hmacSha256(KEY.key, digestedBatch(targets));
    const record = verdict({ targets: spans, digest, accepted: spans });
    await writeFile(
      path,
      textOf(writeEvidence([{ ...header(0), input: input.facts }, session(), record, end])),
    );
    const compare = { key: KEY, targets: each([targets]), files: input.facts.files };
    expect(await verifyEvidenceFile(path, { compare })).toMatchObject({
      problems: [],
      compared: { given: targets.length, covered: targets.length, digests: 1, mismatched: 0 },
    });
  });
});
