import { describe, expect, it } from 'vitest';
import { header, end, session, verdict } from './support/records.ts';
import { each, verify } from './support/verify.ts';
import { textOf, writeEvidence } from './support/write-evidence.ts';

const KEY = { recallId: 'r-1', key: Uint8Array.from({ length: 32 }, (_, index) => index) };
/** What JSON escapes, and what takes two, three and four bytes. */
const TARGETS = ['tök"en/\\', '中😀'];

/** Made with Python's hmac over json.dumps(…, separators=(',', ':'), ensure_ascii=False). */
const OF_BOTH = '3ea83081c210e3d0a9eb3e1e6c5d898da901f9e675343e731ebdb5ae5560c707';
const OF_FIRST = '02a6d405635ff716ee70b6b6dc9867d6e552191af2734f365a8524fbb8c93613';

const evidence = textOf(
  writeEvidence([
    header(3),
    session(),
    verdict({
      targets: [[0, 2]],
      digest: OF_BOTH,
      accepted: [[1, 2]],
      notAccepted: [{ at: 0, outcome: 'rejected', digest: OF_FIRST }],
    }),
    end,
  ]),
);

const compare = (targets: readonly string[], key = KEY) =>
  verify(evidence, { compare: { key, targets: each([targets]) } });

describe('targets and the evidence key', () => {
  it('show that the requests carried these targets', async () => {
    expect(await compare([...TARGETS, 'c'])).toMatchObject({
      problems: [],
      compared: { given: 3, covered: 2, digests: 2, mismatched: 0 },
    });
  });

  it('tell by line, position and masked target where they are others', async () => {
    const token = 'MAAAAAB3xYkQm1dV8vJqK2pLr7sTnWcQw9z';
    const { holds, problems, compared } = await compare([token, TARGETS[1]!, 'c']);
    expect({ holds, problems, compared }).toEqual({
      holds: false,
      problems: [
        {
          line: 3,
          problem:
            'The 2 targets from position 0 (here MAAAAA…Qw9z) up to position 1 are not what the request carried.',
        },
        {
          line: 3,
          problem: 'The target at position 0 (here MAAAAA…Qw9z) is another one than the record is about.',
        },
      ],
      compared: { given: 3, covered: 2, digests: 2, mismatched: 2 },
    });
  });

  it('say how many targets no request carried', async () => {
    const { notChecked } = await compare([...TARGETS, 'c']);
    expect(notChecked).toContain('1 of the targets: no request that has a digest carried them.');
  });

  it('must be as many as the recall had', async () => {
    const { problems } = await compare(TARGETS);
    expect(problems).toEqual([
      {
        line: 1,
        problem:
          'The recall had 3 targets to send, the input here has 2. Read the same files in the same order, with the same settings.',
      },
    ]);
  });

  it('must be of the same recall', async () => {
    const { problems, compared } = await compare(TARGETS, { ...KEY, recallId: 'r-2' });
    expect(problems).toEqual([
      { line: 1, problem: 'The evidence is that of recall r-1, the evidence key that of recall r-2.' },
    ]);
    expect(compared).toBeUndefined();
  });

  it('are not compared without being given, and the report says so', async () => {
    const { compared, notChecked } = await verify(evidence);
    expect(compared).toBeUndefined();
    expect(notChecked).toContain(
      'Whether the targets are those of the recall: that takes a chain that is whole, the targets and the evidence key.',
    );
  });

  it('are compared as far as there are digests, and the report says how far that is', async () => {
    const bare = verdict({ targets: [[0, 2]], notAccepted: [{ at: 0, outcome: 'unknown' }] });
    const lines = writeEvidence([header(2), session(), bare]);
    const report = await verify(textOf(lines), { compare: { key: KEY, targets: each([TARGETS]) } });
    expect(report.holds).toBe(true);
    expect(report.notChecked).toContain('The targets of 2 entries that carry no digest.');
  });
});
