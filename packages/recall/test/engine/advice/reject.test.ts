import { verdictOf, type BadTarget, type Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play, sizes } from '../support/stage.ts';

const invalid = (...targets: string[]): Map<string, BadTarget> =>
  new Map(targets.map((target) => [target, 'invalid']));

/** Refuses whatever is asked, and names `targets`. */
const naming = (...targets: string[]): Fault => ({
  kind: 'answer',
  verdict: verdictOf({
    advice: 'reject',
    about: 'target',
    httpStatus: 400,
    code: '80300007',
    message: 'all invalid',
    rejected: new Map(targets.map((target) => [target, 'named'])),
  }),
});

describe('reject', () => {
  it('refuses the named targets and sends the rest again', async () => {
    const { summary, sink, vendor } = await play({ targets: names(5), vendor: { bad: invalid('t2', 't5') } });
    expect(vendor.requests.map(({ targets }) => targets.join(' '))).toEqual(['t1 t2 t3 t4 t5', 't1 t3 t4']);
    expect(
      sink.lines.map(({ target, outcome, code, reason, place }) => [target, outcome, code, reason, place]),
    ).toEqual([
      ['t2', 'rejected', '80300007', 'invalid', 'list.txt:2'],
      ['t5', 'rejected', '80300007', 'invalid', 'list.txt:5'],
      ['t1', 'accepted', '80000000', undefined, 'list.txt:1'],
      ['t3', 'accepted', '80000000', undefined, 'list.txt:3'],
      ['t4', 'accepted', '80000000', undefined, 'list.txt:4'],
    ]);
    expect(summary.targets).toMatchObject({ accepted: 3, rejected: 2 });
  });

  it('refuses the whole batch where nobody is named, for the one reason given', async () => {
    const bad = invalid(...names(20).slice(10));
    const { summary, sink, vendor } = await play({ targets: names(20), vendor: { bad } });
    expect(sizes(vendor)).toEqual([10, 10]);
    expect(sink.line('t11')).toMatchObject({ outcome: 'rejected', code: '80300007', reason: 'all invalid' });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 10, rejected: 10 });
  });

  it('refuses each copy of a named target where duplicates are kept', async () => {
    const { sink, vendor } = await play({ targets: ['a', 'b', 'b', 'a'], vendor: { bad: invalid('b') } });
    expect(vendor.requests.map(({ targets }) => targets.join(' '))).toEqual(['a b b a', 'a a']);
    expect(sink.lines.map(({ outcome, place }) => `${outcome} ${place}`)).toEqual([
      'rejected list.txt:2',
      'rejected list.txt:3',
      'accepted list.txt:1',
      'accepted list.txt:4',
    ]);
  });

  it.each([
    ['nobody', naming()],
    ['strangers only', naming('x', 'y')],
  ])(
    'divides the batch where the answer names %s: the same again would get the same answer',
    async (_, fault) => {
      const { summary, vendor } = await play({
        targets: names(4),
        vendor: { faults: (attempt) => (attempt === 1 ? fault : undefined) },
      });
      expect(sizes(vendor)).toEqual([4, 1, 1, 1, 1]);
      expect(summary.targets.accepted).toBe(4);
    },
  );

  it('comes to an end where every answer names strangers', async () => {
    const { summary, vendor } = await play({ targets: names(4), vendor: { faults: () => naming('x') } });
    expect(sizes(vendor)).toEqual([4, 1, 1, 1, 1]);
    expect(summary.targets).toMatchObject({ rejected: 4 });
  });
});
