import { describe, expect, it } from 'vitest';
import type { EvidenceRecord } from '../../src/evidence/record.ts';
import { end, header, reopened, seal, session, verdict } from './support/records.ts';
import { verify } from './support/verify.ts';
import { textOf, writeEvidence } from './support/write-evidence.ts';

/** What is wrong with these records, whose chain holds: `line: problem`. */
async function problemsOf(...records: readonly EvidenceRecord[]): Promise<readonly string[]> {
  const { problems, holds } = await verify(textOf(writeEvidence(records)));
  expect(holds).toBe(problems.length === 0);
  return problems.map(({ line, problem }) => `${line}: ${problem}`);
}

const accepting = verdict({ targets: [[0, 3]], accepted: [[0, 3]] });
const rejected = (at: number) => ({ at, outcome: 'rejected' }) as const;
const unknown = (at: number) => ({ at, outcome: 'unknown' }) as const;

describe('the order of records', () => {
  it('is header, session, verdicts and seal', async () => {
    expect(await problemsOf(header(3), session(), accepting, seal(3))).toEqual([]);
  });

  it('lets a recall be stopped and resumed, and killed and resumed', async () => {
    const part = (start: number) =>
      verdict({ targets: [[start, start + 1]], accepted: [[start, start + 1]] });
    const sealed = seal(3, { requests: { sent: 3 } });
    expect(
      await problemsOf(header(3), session(), part(0), end, session(), part(1), session(), part(2), sealed),
    ).toEqual([]);
  });

  it('lets a session come behind a seal that tries unknown targets again', async () => {
    const lost = verdict({ targets: [[0, 3]], notAccepted: [unknown(0), unknown(1), unknown(2)] });
    const first = seal(3, { targets: { accepted: 0, unknown: 3 } });
    const last = seal(3, { requests: { sent: 2 } });
    expect(
      await problemsOf(header(3), session(), lost, first, session({ reopened: [[0, 3]] }), accepting, last),
    ).toEqual([]);
  });

  it('lets no other session come behind a seal', async () => {
    expect(await problemsOf(header(3), session(), accepting, seal(3), session())).toEqual([
      '5: A session cannot stand behind a seal: only a session can that tries unknown targets again.',
    ]);
  });

  it('lets nothing but a session follow the header or an end', async () => {
    expect(await problemsOf(header(3), accepting)).toEqual([
      '2: A verdict cannot stand where no session has begun.',
    ]);
    expect(await problemsOf(header(3), session(), end, accepting)).toEqual([
      '4: A verdict cannot stand where no session has begun.',
    ]);
    expect(await problemsOf(header(3), end)).toEqual(['2: An end cannot stand where no session has begun.']);
  });

  it('begins with the header, and ends there without one', async () => {
    expect(await problemsOf(session(), end, end)).toEqual([
      '1: A session cannot stand at the beginning: evidence begins with a header.',
    ]);
  });

  it('has one header', async () => {
    expect(await problemsOf(header(3), header(9), session(), accepting, seal(3))).toEqual([
      '2: A header cannot stand where no session has begun.',
    ]);
  });
});

describe('the positions of a verdict', () => {
  it('get one final outcome', async () => {
    expect(
      await problemsOf(header(3), session(), accepting, verdict({ targets: [[1, 3]], accepted: [[2, 3]] })),
    ).toEqual(['4: Position 2 has a final outcome already, and gets another one.']);
    const both = verdict({ targets: [[0, 3]], accepted: [[0, 2]], notAccepted: [rejected(1)] });
    expect(await problemsOf(header(3), session(), both)).toEqual([
      '3: Position 1 has a final outcome already, and gets another one.',
    ]);
    const twice = verdict({ targets: [[0, 3]], notAccepted: [rejected(2), rejected(2)] });
    expect(await problemsOf(header(3), session(), twice)).toEqual([
      '3: Position 2 has a final outcome already, and gets another one.',
    ]);
  });

  it('lie below the number of targets to send', async () => {
    const four = verdict({ targets: [[0, 4]], accepted: [[0, 4]] });
    const passedOver = { malformed: 2, duplicate: 1 };
    expect(await problemsOf(header(3, passedOver), session(), four)).toEqual([
      '3: It names position 3, but there are 3 targets to send.',
    ]);
  });

  it('are among those of its request', async () => {
    expect(
      await problemsOf(header(3), session(), verdict({ targets: [[0, 2]], accepted: [[0, 3]] })),
    ).toEqual(['3: Position 2 gets an outcome, but was not among the targets of the request.']);
    const named = verdict({ targets: [[1, 3]], notAccepted: [rejected(0)] });
    expect(await problemsOf(header(3), session(), named)).toEqual([
      '3: Position 0 gets an outcome, but was not among the targets of the request.',
    ]);
  });

  it('are some, and not more than a request can carry', async () => {
    expect(await problemsOf(header(3), session(), verdict({ targets: [] }))).toEqual([
      '3: The request carries no targets.',
    ]);
    expect(await problemsOf(header(200_000), session(), verdict({ targets: [[0, 100_001]] }))).toEqual([
      '3: The request carries 100001 targets; no vendor takes that many.',
    ]);
  });

  it('may be tried again only while their outcome is unknown', async () => {
    const mixed = verdict({ targets: [[0, 3]], accepted: [[0, 1]], notAccepted: [unknown(1), rejected(2)] });
    expect(await problemsOf(header(3), session(), mixed, end, session({ reopened: [[1, 2]] }))).toEqual([]);
    expect(await problemsOf(header(3), session(), mixed, end, session({ reopened: [[1, 3]] }))).toEqual([
      '5: Position 2 is tried again, though its outcome was not unknown.',
    ]);
  });

  it('may be tried again by several records of one session', async () => {
    const lost = verdict({ targets: [[0, 3]], accepted: [[1, 2]], notAccepted: [unknown(0), unknown(2)] });
    const first = session({ reopened: [[0, 1]] });
    const again = verdict({ batch: 2, targets: [[0, 1]], accepted: [[0, 1]] });
    const last = verdict({ batch: 3, targets: [[2, 3]], accepted: [[2, 3]] });
    const sealed = seal(3, { requests: { sent: 3 } });
    const before = [header(3), session(), lost, end] as const;
    expect(await problemsOf(...before, first, reopened([[2, 3]]), again, last, sealed)).toEqual([]);
    expect(await problemsOf(...before, reopened([[2, 3]]))).toEqual([
      '5: A record of reopened targets cannot stand where no session has begun.',
    ]);
    expect(await problemsOf(...before, first, again, reopened([[2, 3]]))).toEqual([
      '7: A record of reopened targets cannot stand within a session that has a verdict.',
    ]);
    expect(await problemsOf(...before, first, reopened([[1, 4]]))).toEqual([
      '6: It names position 3, but there are 3 targets to send.',
      '6: Position 1 is tried again, though its outcome was not unknown.',
    ]);
  });
});

describe('the sums of a seal', () => {
  const sealedWith = (targets: Parameters<typeof seal>[1]): Promise<readonly string[]> =>
    problemsOf(header(3), session(), accepting, seal(3, targets));

  it('are those of the header and the verdicts', async () => {
    expect(await sealedWith({ targets: { accepted: 2, rejected: 1 } })).toEqual([
      '4: The seal says accepted 2, the records before it come to 3.',
      '4: The seal says rejected 1, the records before it come to 0.',
    ]);
    expect(await sealedWith({ targets: { read: 4, malformed: 1 } })).toEqual([
      '4: The seal says read 4, the records before it come to 3.',
      '4: The seal says malformed 1, the records before it come to 0.',
    ]);
  });

  it('add up', async () => {
    expect(await sealedWith({ targets: { accepted: 2 } })).toEqual([
      '4: The seal says that 3 were read, but its counts add up to 2.',
      '4: The seal says accepted 2, the records before it come to 3.',
    ]);
  });

  it('leave no target not attempted', async () => {
    const two = verdict({ targets: [[0, 2]], accepted: [[0, 2]] });
    const sealed = seal(3, { targets: { accepted: 2, notAttempted: 1 } });
    expect(await problemsOf(header(3), session(), two, sealed)).toEqual([
      '4: The seal leaves 1 targets not attempted: a recall is sealed when none is left.',
    ]);
  });

  it('count the requests that have a verdict, and no more than were lost besides', async () => {
    expect(await sealedWith({ requests: { sent: 2 } })).toEqual([
      '4: The seal says that 2 requests were sent, but there are 1 verdicts and 0 lost requests.',
    ]);
    const lost = session({ lost: [{ batch: 1, attempt: 1, targets: [[0, 3]] }] });
    const withLost = (sent: number) =>
      problemsOf(header(3), lost, accepting, seal(3, { requests: { sent } }));
    expect(await withLost(1)).toEqual([]);
    expect(await withLost(2)).toEqual([]);
    expect(await withLost(3)).toHaveLength(1);
    expect(await sealedWith({ requests: { retried: 2 } })).toEqual([
      '4: The seal says that 2 of 1 requests were repeats.',
    ]);
    expect(await sealedWith({ requests: { throttled: 1 } })).toEqual([
      '4: The seal says that flow control refused 1 requests, but 0 verdicts are about the quota.',
    ]);
  });
});

describe('a header', () => {
  it('does not pass over more than was read', async () => {
    const odd = header(1, { malformed: 3, duplicate: 2 });
    const input = { ...odd.input, totals: { read: 4, malformed: 3, duplicate: 2 } };
    expect(await problemsOf({ ...odd, input })).toEqual([
      '1: The header counts 3 malformed and 2 duplicate among 4 that were read.',
    ]);
  });
});

describe('the files of a header', () => {
  const file = (read: number, malformed: number, duplicate: number) => ({
    path: 'tokens.txt',
    format: 'txt',
    gzip: false,
    bytes: 48,
    digest: '9e8c3da3a39c7d079cfe4b3b71212cc5249358e669d8495755546c3576abafd5',
    read,
    malformed,
    duplicate,
  });
  const withFiles = (...files: readonly ReturnType<typeof file>[]) => {
    const whole = header(5, { malformed: 1, duplicate: 2 });
    return problemsOf({ ...whole, input: { ...whole.input, files } });
  };

  it('come to its totals', async () => {
    expect(await withFiles(file(5, 1, 0), file(3, 0, 2))).toEqual([]);
    expect(await withFiles(file(5, 1, 0), file(4, 0, 1))).toEqual([
      '1: The header counts 8 read in all, but those of its files come to 9.',
      '1: The header counts 2 duplicate in all, but those of its files come to 1.',
    ]);
    expect(await withFiles(file(8, 0, 2))).toEqual([
      '1: The header counts 1 malformed in all, but those of its files come to 0.',
    ]);
  });

  it('are none where the targets came from no file', async () => {
    expect(await withFiles()).toEqual([]);
  });
});

describe('a report', () => {
  it('keeps the first hundred problems, and counts the others', async () => {
    const again = Array.from({ length: 120 }, () => accepting);
    const report = await verify(textOf(writeEvidence([header(3), session(), accepting, ...again])));
    expect(report.problems).toHaveLength(100);
    expect(report.furtherProblems).toBe(20);
  });

  it('counts what happened so far where the evidence is open', async () => {
    const part = verdict({ targets: [[0, 2]], accepted: [[0, 1]], notAccepted: [unknown(1)] });
    const report = await verify(textOf(writeEvidence([header(3), session(), part, end])));
    expect(report).toMatchObject({
      holds: true,
      sealed: false,
      records: 4,
      sessions: 1,
      verdicts: 1,
      lost: 0,
      targets: { read: 3, malformed: 0, duplicate: 0, accepted: 1, rejected: 0, unknown: 1, notAttempted: 1 },
    });
  });
});
