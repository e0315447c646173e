import { describe, expect, it } from 'vitest';
import type { VerdictRecord } from '../../src/evidence/record.ts';
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
      'Whether the targets are those of the recall: that takes a chain that is whole, the targets, the evidence key and the digests.',
    );
  });

  it('are not compared where no request has a verdict, and the report says so', async () => {
    const { holds, compared, notChecked } = await verify(textOf(writeEvidence([header(2), session(), end])), {
      compare: { key: KEY, targets: each([TARGETS]) },
    });
    expect({ holds, compared }).toEqual({ holds: true, compared: undefined });
    expect(notChecked).toContain(
      'Whether the targets are those of the recall: no request has a verdict yet, so there is no digest to compare.',
    );
  });
});

describe('a digest that was taken away', () => {
  const check = (more: Partial<VerdictRecord>) =>
    verify(textOf(writeEvidence([header(2), session(), verdict({ targets: [[0, 2]], ...more })])), {
      compare: { key: KEY, targets: each([TARGETS]) },
    });
  const OF_VERDICT =
    'The verdict carries no digest, so nothing shows which targets its request carried. A recall writes one with every verdict: this one was taken away.';
  const OF_TARGET =
    'The target at position 0 carries no digest, so nothing shows which one was not accepted. A recall writes one with every such target: this one was taken away.';

  it('is wrong in a verdict', async () => {
    const digested = [{ at: 0, outcome: 'rejected', digest: OF_FIRST }] as const;
    expect(await check({ notAccepted: digested })).toMatchObject({
      holds: false,
      problems: [{ line: 3, problem: OF_VERDICT }],
      compared: { digests: 1, mismatched: 0 },
    });
  });

  it('is wrong of a target that was not accepted', async () => {
    const bare = [{ at: 0, outcome: 'unknown' }] as const;
    expect((await check({ digest: OF_BOTH, notAccepted: bare })).problems).toEqual([
      { line: 3, problem: OF_TARGET },
    ]);
  });

  it('leaves nothing that was compared where all are gone', async () => {
    const { holds, problems, compared } = await check({ notAccepted: [{ at: 0, outcome: 'unknown' }] });
    expect(holds).toBe(false);
    expect(problems.map(({ problem }) => problem)).toEqual([OF_VERDICT, OF_TARGET]);
    expect(compared).toBeUndefined();
  });

  it("is nobody's loss where there are no targets to compare", async () => {
    const lines = writeEvidence([header(2), session(), verdict({ targets: [[0, 2]] })]);
    expect((await verify(textOf(lines))).problems).toEqual([]);
  });
});

describe('the lists that the targets were read from', () => {
  const digestOf = (digit: string): string => digit.repeat(64);
  const list = (path: string, digit: string, read: number) => ({
    ...{ path, format: 'txt', gzip: false, bytes: 10, digest: digestOf(digit) },
    ...{ read, malformed: 0, duplicate: 0 },
  });
  const whole = header(2);
  const files = [list('tokens.txt', 'a', 1), list('--token', 'b', 1)];
  const record = verdict({ targets: [[0, 2]], digest: OF_BOTH, accepted: [[0, 2]] });
  const text = textOf(writeEvidence([{ ...whole, input: { ...whole.input, files } }, session(), record]));
  const given = async (...lists: readonly { path: string; bytes: number; digest: string }[]) => {
    const compared = { key: KEY, targets: each([TARGETS]), files: lists };
    return (await verify(text, { compare: compared })).problems.map(({ problem }) => problem);
  };
  const [first, last] = files as [(typeof files)[0], (typeof files)[0]];

  it('are those of the header, whatever they are called now', async () => {
    expect(await given({ ...first, path: 'copy.txt' }, last)).toEqual([]);
  });

  it('are named with both digests where one is another', async () => {
    const other = { path: 'other.txt', bytes: 12, digest: digestOf('c') };
    expect(await given(other, last)).toEqual([
      `The recall read tokens.txt (10 bytes, SHA-256 ${digestOf('a')}); what was given here is other.txt (12 bytes, SHA-256 ${digestOf('c')}). Give the list as the recall was given it.`,
    ]);
  });

  it('are all that the header counts, and no more', async () => {
    expect(await given(first)).toEqual([
      `The recall read --token (1 targets, SHA-256 ${digestOf('b')}), which was not given here. Give it as well.`,
    ]);
    expect(await given(first, last, { ...first, path: 'third.txt' })).toEqual([
      'The recall did not read third.txt, which was given here. Leave it out.',
    ]);
  });
});
