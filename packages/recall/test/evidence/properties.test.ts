import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyEvidence } from '../../src/evidence/verify/verify-evidence.ts';
import { nodeEvidenceCrypto } from '../../src/node/evidence/node-evidence-crypto.ts';
import { anyEvidence, type AnyEvidence } from './support/any-evidence.ts';
import { KEY } from './support/model-recall.ts';
import { each, verify } from './support/verify.ts';
import { hashOf, textOf } from './support/write-evidence.ts';

const RUNS = 2000;

/** The evidence, and a number from which a place in it is made. */
function holds(what: string, check: (any: AnyEvidence, place: number, other: number) => Promise<void>): void {
  it(what, { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(anyEvidence, fc.nat(), fc.nat(), check);
    await fc.assert(property, { numRuns: RUNS });
  });
}

const encoder = new TextEncoder();

describe('any valid evidence', () => {
  holds('holds, and its counts are those of the recall', async (any) => {
    const report = await verify(textOf(any.lines));
    expect(report).toMatchObject({
      problems: [],
      holds: true,
      sealed: any.sealed,
      targets: any.counts,
      headHash: any.headHash,
      records: any.lines.length,
    });
    expect(report.signature?.valid).toBe(any.signed ? true : undefined);
  });

  holds('holds however its bytes come in', async ({ lines, sealed }, place) => {
    const bytes = encoder.encode(textOf(lines));
    const size = 1 + (place % 200);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    const report = await verifyEvidence(each(chunks), { crypto: nodeEvidenceCrypto });
    expect(report).toMatchObject({ problems: [], sealed });
  });

  holds('is about its targets, however they come in', async ({ lines, targets, carried }, place) => {
    const size = 1 + (place % 12);
    const runs = Array.from({ length: Math.ceil(targets.length / size) }, (_, index) =>
      targets.slice(index * size, (index + 1) * size),
    );
    const report = await verify(textOf(lines), { compare: { key: KEY, targets: each(runs) } });
    expect(report.problems).toEqual([]);
    if (carried.size === 0) expect(report.compared).toBeUndefined();
    else {
      expect(report.compared).toMatchObject({
        given: targets.length,
        covered: carried.size,
        mismatched: 0,
      });
    }
  });
});

describe('evidence that was tampered with does not hold', () => {
  holds('when a byte is changed', async ({ lines }, place, other) => {
    const bytes = encoder.encode(textOf(lines));
    bytes[place % bytes.length]! ^= 1 + (other % 255);
    expect((await verify(bytes)).holds).toBe(false);
  });

  holds('when a byte is dropped', async ({ lines }, place) => {
    const bytes = encoder.encode(textOf(lines));
    const at = place % bytes.length;
    const left = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    expect((await verify(left)).holds).toBe(false);
  });

  holds('when a byte is put in', async ({ lines }, place, other) => {
    const bytes = encoder.encode(textOf(lines));
    const at = place % (bytes.length + 1);
    const more = Buffer.concat([bytes.subarray(0, at), Uint8Array.of(other % 256), bytes.subarray(at)]);
    expect((await verify(more)).holds).toBe(false);
  });

  holds('when it ends within a line', async ({ lines }, place) => {
    const bytes = encoder.encode(textOf(lines));
    const left = bytes.subarray(0, place % bytes.length);
    fc.pre(left.at(-1) !== 0x0a);
    expect((await verify(left)).holds).toBe(false);
  });

  holds('when a line is dropped that is not the last', async ({ lines }, place) => {
    const at = place % lines.length;
    fc.pre(at < lines.length - 1);
    expect((await verify(textOf(lines.toSpliced(at, 1)))).holds).toBe(false);
  });

  holds('when a line is doubled', async ({ lines }, place, other) => {
    const doubled = lines.toSpliced(other % (lines.length + 1), 0, lines[place % lines.length]!);
    expect((await verify(textOf(doubled))).holds).toBe(false);
  });

  holds('when two lines change places', async ({ lines }, place, other) => {
    const [one, two] = [place % lines.length, other % lines.length];
    fc.pre(one !== two);
    const swapped = lines.with(one, lines[two]!).with(two, lines[one]!);
    expect((await verify(textOf(swapped))).holds).toBe(false);
  });
});

describe('evidence whose last lines are dropped', () => {
  holds('is open or ends with an earlier seal, and is told by the head hash', async (any, place) => {
    const lines = any.lines.slice(0, 1 + (place % any.lines.length));
    fc.pre(lines.length < any.lines.length - Number(any.signed));
    const alone = await verify(textOf(lines));
    expect(alone).toMatchObject({ problems: [], sealed: lines.at(-1)!.includes('"type":"seal"') });
    const noted = await verify(textOf(lines), { expectedHead: any.headHash });
    expect(noted.holds).toBe(false);
  });

  holds('is what was noted when its head hash was noted then', async ({ lines, headHash }, place) => {
    const at = place % lines.length;
    const { holds: same, problems } = await verify(textOf(lines), { expectedHead: hashOf(lines[at]!) });
    expect(same).toBe(hashOf(lines[at]!) === headHash);
    const signature = lines[at]!.includes('"type":"signature"');
    if (!same && !signature)
      expect(problems[0]?.problem).toContain(`is that of record ${at + 1}, not of the head`);
  });
});

describe('targets that are not those of the recall', () => {
  holds('are told', async ({ lines, targets, carried }, place) => {
    fc.pre(carried.size > 0);
    const at = [...carried][place % carried.size]!;
    const changed = targets.with(at, `${targets[at]!}!`);
    const { problems } = await verify(textOf(lines), { compare: { key: KEY, targets: each([changed]) } });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ problem }) => problem.includes('position'))).toBe(true);
  });

  holds('are told when two change places', async ({ lines, targets, carried }, place, other) => {
    fc.pre(carried.size > 0 && targets.length > 1);
    const [one, two] = [[...carried][place % carried.size]!, other % targets.length];
    fc.pre(one !== two);
    const swapped = targets.with(one, targets[two]!).with(two, targets[one]!);
    const { holds: same } = await verify(textOf(lines), { compare: { key: KEY, targets: each([swapped]) } });
    expect(same).toBe(false);
  });

  holds('are told when one is missing or too many', async ({ lines, targets }, place) => {
    const given = place % 2 === 0 ? [...targets, 'one more'] : targets.slice(0, -1);
    fc.pre(given.length !== targets.length);
    const { problems } = await verify(textOf(lines), { compare: { key: KEY, targets: each([given]) } });
    expect(problems.map(({ problem }) => problem)).toContain(
      `The recall had ${targets.length} targets to send, the input here has ${given.length}. Read the same files in the same order, with the same settings.`,
    );
  });
});
