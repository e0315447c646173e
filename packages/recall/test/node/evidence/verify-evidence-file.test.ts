import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyEvidenceFile } from '../../../src/node/evidence/verify-evidence-file.ts';
import { end, header, session } from '../../evidence/support/records.ts';
import { textOf, writeEvidence } from '../../evidence/support/write-evidence.ts';

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
