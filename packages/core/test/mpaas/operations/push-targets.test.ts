import { describe, expect, it } from 'vitest';
import { many, only, PUSHES, targets } from './push-problems.ts';

describe.each(['simple', 'template'] as const)('the targets of a %s push', (kind) => {
  const problems = PUSHES[kind];

  it.each([
    'android',
    'ios',
    'user',
    'live-activity-token',
    'live-activity-id',
    'harmonyos',
    1,
    2,
    3,
    5,
    6,
    7,
  ])('may be of the type %s', (deliveryType) => {
    expect(problems({ deliveryType })).toEqual([]);
  });

  it('are at most ten (3029)', () => {
    expect(problems({ targets: targets(10) })).toEqual([]);
    expect(problems({ targets: targets(11) })).toEqual([
      {
        field: 'targets',
        problem: 'must be 1 to 10 targets a request, but are 11: divide them',
        code: '3029',
      },
    ]);
    expect(only(problems({ targets: many(11, (index) => `user-${index}`) }))?.code).toBe('3029');
  });

  it.each([[{}], [[]]])('are not empty: %j would have got 3021', (none) => {
    expect(problems({ targets: none })).toEqual([
      { field: 'targets', problem: 'must be 1 to 10 targets, but is empty: give one', code: '3021' },
    ]);
  });

  it.each([
    [{ '': 'm' }, 'targets.0.target', '3021'],
    [[{ target: ' ', messageId: 'm' }], 'targets.0.target', '3021'],
    [[{ messageId: 'm' }], 'targets.0.target', '3021'],
    [{ a: '' }, 'targets.0.messageId', undefined],
    [{ a: 7 }, 'targets.0.messageId', undefined],
    [['a'], 'targets.0', undefined],
    ['user1024', 'targets', undefined],
    [{ target: 'user1024', messageId: 'm' }, 'targets', undefined],
    [new Map([['user1024', 'm']]), 'targets', undefined],
    [undefined, 'targets', undefined],
  ])('%j: refused', (given, field, code) => {
    const found = only(problems({ targets: given }));
    expect(found?.field).toBe(field);
    expect(found?.code).toBe(code);
  });

  it('are named once each, and a slip shows none of them whole', () => {
    const twice = { target: 'user1024', messageId: 'm' };
    expect(problems({ targets: [twice, twice] })).toEqual([
      { field: 'targets', problem: 'must name a target once, but names us… twice: send it two requests' },
    ]);
  });
});

describe('the texts of a simple push', () => {
  it.each([
    ['title', '', '3024'],
    ['title', undefined, '3024'],
    ['content', ' \n', '3024'],
    ['content', null, '3024'],
    ['content', '\udc00', '3031'],
  ])('%s %j would have got %s', (field, value, code) => {
    expect(only(PUSHES.simple({ [field]: value }))).toMatchObject({ field, code });
  });

  it('may have several lines', () => {
    expect(PUSHES.simple({ content: 'one\ntwo' })).toEqual([]);
  });
});

describe.each(['template', 'multiple', 'broadcast'] as const)('the template of a %s push', (kind) => {
  it.each(['', undefined, '  '])('is not %j (3025)', (templateName) => {
    expect(only(PUSHES[kind]({ templateName }))).toMatchObject({ field: 'templateName', code: '3025' });
  });
});

describe('a batch push', () => {
  it.each(['live-activity-token', 5, 'live-activity-id', 6])('is not for %s (3009)', (deliveryType) => {
    expect(only(PUSHES.multiple({ deliveryType }))?.code).toBe('3009');
  });

  it('is for at most 100 targets (3055), and for one at least (3021)', () => {
    expect(PUSHES.multiple({ targets: targets(100) })).toEqual([]);
    expect(only(PUSHES.multiple({ targets: targets(101) }))).toMatchObject({
      field: 'targets',
      code: '3055',
    });
    expect(only(PUSHES.multiple({ targets: [] }))).toMatchObject({ field: 'targets', code: '3021' });
  });

  it('gives a target fewer than ten extension parameters (3049), bound as those of the push are', () => {
    const of = (extendedParams: unknown) =>
      PUSHES.multiple({ targets: [{ ...targets(1)[0], extendedParams }] });
    expect(of(many(9, (index) => `k${index}`))).toEqual([]);
    expect(only(of(many(10, (index) => `k${index}`)))).toMatchObject({
      field: 'targets.0.extendedParams',
      problem: 'must be at most 9 extension parameters, but are 10: leave some out',
      code: '3049',
    });
    expect(only(of({ taskId: '1' }))?.code).toBe('3044');
    expect(only(of({ badge_add_num: '1' }))?.code).toBe('3059');
  });
});
