import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NO_HASH } from '../../src/evidence/link.ts';
import { verifyEvidence } from '../../src/evidence/verify/verify-evidence.ts';
import { nodeEvidenceCrypto } from '../../src/node/evidence/node-evidence-crypto.ts';
import { end, header, session, verdict } from './support/records.ts';
import { each, verify } from './support/verify.ts';
import { textOf, writeEvidence } from './support/write-evidence.ts';

const lines = writeEvidence([header(2), session(), verdict({ targets: [[0, 2]], accepted: [[0, 2]] }), end]);
const text = textOf(lines);

async function problemsOf(evidence: string | Uint8Array): Promise<readonly string[]> {
  const { problems } = await verify(evidence);
  return problems.map(({ line, problem }) => `${line}: ${problem}`);
}

/** A line with a hash that holds, whatever else is wrong with it. */
function chained(hashed: string): string {
  return `${hashed},"hash":"${createHash('sha256').update(hashed).digest('hex')}"}\n`;
}

/** A first line that says this of a header. */
const headerSaying = (more: object): string =>
  chained(JSON.stringify({ seq: 1, ...header(2), ...more, prev: NO_HASH }).slice(0, -1));

describe('a line', () => {
  const anotherForm =
    'The line is not written as evidence is, byte for byte: no blanks or carriage returns, no field twice, nothing escaped that need not be.';

  it('ends with a line feed, the last one too', async () => {
    expect(await problemsOf(text.slice(0, -1))).toEqual([
      '4: The line is cut short: every line ends with a line feed, the last one too. Export the evidence again.',
    ]);
  });

  it('ends with nothing else', async () => {
    expect(await problemsOf(text.replace('\n', '\r\n'))).toEqual([`1: ${anotherForm}`]);
  });

  it('is never blank', async () => {
    expect(await problemsOf(`${text}\n`)).toEqual(['5: The line is not JSON.']);
  });

  it('is not read for ever', async () => {
    const block = new Uint8Array(2 ** 20).fill(0x20);
    const endless = each(Array.from({ length: 100 }, () => block));
    const { problems } = await verifyEvidence(endless, { crypto: nodeEvidenceCrypto });
    expect(problems).toEqual([{ line: 1, problem: 'The line is longer than 64 MiB: this is no evidence.' }]);
  });

  it('has one way to be written', async () => {
    expect(await problemsOf(text.replace('"seq":1,', '"seq": 1,'))).toEqual([`1: ${anotherForm}`]);
    expect(await problemsOf(text.replace('huawei', '\\u0068uawei'))).toEqual([`1: ${anotherForm}`]);
    const twice = chained(`{"seq":1,"seq":1,"type":"header","prev":"${NO_HASH}"`);
    expect(await problemsOf(twice)).toEqual([`1: ${anotherForm}`]);
  });

  it('is UTF-8, without a byte order mark', async () => {
    const bytes = Buffer.from(text);
    bytes[20] = 0xff;
    expect(await problemsOf(bytes)).toEqual(['1: The line is not valid UTF-8.']);
    expect(await problemsOf(`\uFEFF${text}`)).toEqual(['1: The line is not JSON.']);
  });

  it('is an object that begins with seq and ends with prev and hash', async () => {
    expect(await problemsOf('[1]\n')).toEqual(['1: The line is not a JSON object.']);
    expect(await problemsOf('{"type":"header","seq":1}\n')).toEqual([
      '1: The line is no record: each begins with its seq, and ends with prev and hash.',
    ]);
  });
});

describe('the chain', () => {
  it('counts its records from 1', async () => {
    expect(await problemsOf(textOf(lines.toSpliced(1, 1)))).toEqual([
      '2: Record 3 stands where record 2 is due: a line is missing, doubled or out of its place.',
    ]);
  });

  it('carries the hash of the record before', async () => {
    const other = writeEvidence([header(3), session()]);
    const [first] = lines;
    expect(await problemsOf(textOf([first!, other[1]!]))).toEqual([
      `2: It does not follow the line before: its prev is ${other[0]!.slice(-66, -54)}…, the hash before is ${first!.slice(-66, -54)}….`,
    ]);
  });

  it('carries the hash of each record, and is not read behind the first that does not hold', async () => {
    const changed = text.replace('"accepted":[[0,2]]', '"accepted":[[0,1]]').replace('stopped', 'paused');
    const report = await verify(changed);
    expect(report).toMatchObject({
      holds: false,
      sealed: false,
      records: 2,
      problems: [
        { line: 3, problem: 'Its hash does not hold: the line is not what it was when it was written.' },
      ],
    });
    expect(report.notChecked).toContain('What stands behind the break of the chain.');
  });

  it('has a record at least', async () => {
    expect(await problemsOf('')).toEqual(['1: There is no record in it.']);
  });
});

describe('a record', () => {
  it('is of a format that is known', async () => {
    expect(await problemsOf(headerSaying({ format: 2 }))).toEqual([
      '1: The format must be 1, but is the number 2: a newer unpush may know it.',
    ]);
  });

  it('is of a type that is known', async () => {
    expect(await problemsOf(headerSaying({ type: 'note' }))).toEqual([
      '1: There is no type of record such as the string "note".',
    ]);
  });

  it('has its fields', async () => {
    expect(await problemsOf(headerSaying({ app: undefined }))).toEqual([
      '1: In this header record app must be a text, but is missing.',
    ]);
    const input = { ...header(2).input, totals: { read: -1, malformed: 0, duplicate: 0 } };
    expect(await problemsOf(headerSaying({ input }))).toEqual([
      '1: In this header record input.totals.read must be a whole number from 0 up, but is the number -1.',
    ]);
    expect(await problemsOf(headerSaying({ at: '2026-03-01' }))).toEqual([
      '1: In this header record at must be a time such as 2026-03-01T02:00:00.000Z, but is the string "2026-03-01".',
    ]);
  });

  it('names positions by ascending spans', async () => {
    const [first = '', second = ''] = lines;
    for (const targets of ['[[0,0]]', '[[1,2],[0,1]]', '[[0,1],[1,2]]', '[[0.5,1]]', '[[0]]', '[0,1]']) {
      const prev = second.slice(-66, -2);
      const third = `{"seq":3,"type":"verdict","batch":1,"attempt":1,"sentAt":"2026-03-01T02:00:00.000Z","answeredAt":"2026-03-01T02:00:00.000Z","targets":${targets},"advice":"done","about":"success","prev":"${prev}"`;
      expect(await problemsOf(textOf([first, second]) + chained(third))).toEqual([
        expect.stringMatching(
          /^3: In this verdict record targets must be ascending spans \[start, end\] that do not touch, but is an array of [12]\.$/,
        ),
      ]);
    }
  });

  it('is quoted without what drives a terminal', async () => {
    expect(await problemsOf(headerSaying({ versions: { 'un\u009bpush\u202e': 1 } }))).toEqual([
      '1: In this header record versions["un push "] must be a text, but is the number 1.',
    ]);
  });

  it('may have further fields', async () => {
    expect(await problemsOf(headerSaying({ weather: 'fine' }))).toEqual([]);
  });
});
