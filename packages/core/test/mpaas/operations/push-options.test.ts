import { describe, expect, it } from 'vitest';
import { many, only, PUSH_NAMES, PUSHES } from './push-problems.ts';

describe.each(PUSH_NAMES)('a %s push', (kind) => {
  const problems = PUSHES[kind];

  it('needs nothing more than its least', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['taskName', '', '3019'],
    ['taskName', undefined, '3019'],
    ['expiredSeconds', undefined, '3020'],
    ['expiredSeconds', -1, '3020'],
    ['expiredSeconds', 1.5, '3020'],
    ['expiredSeconds', '300', '3020'],
    ['deliveryType', undefined, '3009'],
    ['deliveryType', 4, '3009'],
    ['deliveryType', '1', '3009'],
    ['deliveryType', 'windows', '3009'],
    ['taskName', 'cut \ud83d', '3031'],
  ])('with %s %j would have got %s', (field, value, code) => {
    expect(only(problems({ [field]: value }))).toMatchObject({ field, code });
  });

  it.each([{ 'cut \ud83d': 'x' }, { key: '\udd14 cut' }])(
    'with the extension parameters %j would have got 3031',
    (extendedParams) => {
      expect(only(problems({ extendedParams }))?.code).toBe('3031');
    },
  );

  it.each([0, 1, 31_536_000])('may live for %d seconds: bounds are documented nowhere', (expiredSeconds) => {
    expect(problems({ expiredSeconds })).toEqual([]);
  });

  it('takes 20 extension parameters, and not 21 (3035)', () => {
    expect(problems({ extendedParams: many(20, (index) => `k${index}`) })).toEqual([]);
    expect(problems({ extendedParams: many(21, (index) => `k${index}`) })).toEqual([
      {
        field: 'extendedParams',
        problem: 'must be at most 20 extension parameters, but are 21: leave some out',
        code: '3035',
      },
    ]);
  });

  it.each(['notifyType', 'action', 'silent', 'pushType', 'templateCode', 'channel', 'taskId'])(
    'refuses the extension parameter %s, which is reserved (3044)',
    (key) => {
      expect(problems({ extendedParams: { [key]: 'x' } })).toEqual([
        {
          field: `extendedParams.${key}`,
          problem: 'is a key that Message Push fills in by itself: use another',
          code: '3044',
        },
      ]);
    },
  );

  it.each([
    [{ badge_add_num: 'two', badge_class: 'Main' }, ['3058']],
    [{ badge_add_num: '-1', badge_class: 'Main' }, ['3058']],
    [{ badge_add_num: '1' }, ['3059']],
    [{ badge_add_num: '1', badge_class: '' }, ['3059']],
    [{ badge_add_num: '' }, ['3058', '3059']],
    [{ badge_add_num: '1', badge_class: 'Main' }, []],
    [{ badge_class: 'Main' }, []],
    [{ sound: 'a.mp3', badge: '3', 'mutable-content': '1', big_text: '1' }, []],
  ])('with the extension parameters %j would have got %j', (extendedParams, codes) => {
    expect(problems({ extendedParams }).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    [
      'an extension parameter',
      { extendedParams: { a: 1 } },
      'extendedParams.a',
      'must be a string, but is the number 1',
    ],
    [
      'silent',
      { silent: 'yes' },
      'silent',
      'must say whether the push is silent (Silent): true or false, but is the string "yes"',
    ],
    [
      'pushAction',
      { pushAction: 2 },
      'pushAction',
      'must be what a tap opens (PushAction), one of "url" (0), "activity" (1), but is the number 2',
    ],
    [
      'notifyType',
      { notifyType: 'self' },
      'notifyType',
      /^must be "transparent" .* or "notify" .*, but is the string "self"$/,
    ],
    [
      'classification',
      { classification: 2 },
      'classification',
      /one of "operational" \(0\), "system" \(1\), but is the number 2$/,
    ],
    [
      'notifyLevel',
      { notifyLevel: '{}' },
      'notifyLevel',
      /^must be levels \(NotifyLevel\), by phone maker \(an object of JSON\), but is the string/,
    ],
    ['thirdChannelCategory', { thirdChannelCategory: [] }, 'thirdChannelCategory', /an array of 0$/],
    [
      'a payload that is no JSON',
      { transparentMessage: { payload: { big: 1n } } },
      'transparentMessage.payload',
      /an object of JSON/,
    ],
    [
      'a map',
      { extendedParams: new Map([['a', 'b']]) },
      'extendedParams',
      /an object of strings\), but is an object$/,
    ],
    [
      'the urgency',
      { transparentMessage: { payload: {}, urgency: 'high' } },
      'transparentMessage.urgency',
      'must be "HIGH" or "NORMAL", but is the string "high"',
    ],
    [
      'the strategy',
      { strategy: 'now' },
      'strategy',
      'must be { kind, … }, whose kind must be "now", "scheduled" or "loop", but is the string "now"',
    ],
    [
      'the kind of strategy',
      { strategy: { kind: 'later' } },
      'strategy.kind',
      'must be "now", "scheduled" or "loop"',
    ],
    [
      'the time',
      { strategy: { kind: 'scheduled', at: '2026' } },
      'strategy.at',
      /^must be when to push, in milliseconds since 1970/,
    ],
    [
      'a field of another strategy',
      { strategy: { kind: 'now', at: 1 } },
      'strategy',
      'has no field "at": its fields are kind',
    ],
    [
      'a field that nobody knows',
      { titel: 'x' },
      'request',
      /^has no field "titel": its fields are taskName, /,
    ],
  ] as const)('refuses %s of the wrong kind', (...[, fields, field, problem]) => {
    const found = only(problems(fields));
    expect(found?.field).toBe(field);
    expect(found?.problem).toMatch(problem);
  });

  it.each([
    ['time', '25:00:00'],
    ['time', '9:00'],
    ['circleType', -1],
    ['circleValue', 7],
    ['endTime', 0],
  ])('refuses a loop with %s %j', (field, value) => {
    const loop = {
      kind: 'loop',
      startTime: 1,
      endTime: 2,
      circleType: 1,
      circleValue: [1],
      time: '09:00:00',
    };
    expect(problems({ strategy: loop })).toEqual([]);
    expect(only(problems({ strategy: { ...loop, [field]: value } }))?.field).toBe(`strategy.${field}`);
  });
});
