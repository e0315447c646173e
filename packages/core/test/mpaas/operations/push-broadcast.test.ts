import { describe, expect, it } from 'vitest';
import { only, PUSHES } from './push-problems.ts';

describe('a broadcast', () => {
  it.each(['user', 3])('to %s does not exist (3030)', (deliveryType) => {
    expect(PUSHES.broadcast({ deliveryType })).toEqual([
      {
        field: 'deliveryType',
        problem:
          'must be devices (DeliveryType): a broadcast by user does not exist. Use pushMultiple for users',
        code: '3030',
      },
    ]);
  });

  it.each([5, 'live-activity-id'])('to %s does not exist either (3009)', (deliveryType) => {
    expect(only(PUSHES.broadcast({ deliveryType }))?.code).toBe('3009');
  });

  it.each(['all', 1, 'unbound', 2])('to %s must say how long ago they were unbound (3051)', (pushStatus) => {
    expect(only(PUSHES.broadcast({ pushStatus }))).toMatchObject({ field: 'unbindPeriod', code: '3051' });
    expect(PUSHES.broadcast({ pushStatus, unbindPeriod: '60-days' })).toEqual([]);
    expect(PUSHES.broadcast({ pushStatus, unboundBetween: { from: 1, until: 2 } })).toEqual([]);
  });

  it.each(['bound', 0, undefined])(
    'to %s needs no period: in finance regions there is none',
    (pushStatus) => {
      expect(PUSHES.broadcast({ ...(pushStatus !== undefined && { pushStatus }) })).toEqual([]);
    },
  );

  it.each([
    ['unbindPeriod', 0, '3052'],
    ['unbindPeriod', 5, '3052'],
    ['unbindPeriod', '30-days', '3052'],
    ['androidChannel', 3, '3057'],
    ['androidChannel', 'huawei', '3057'],
    ['bindPeriod', 5, undefined],
    ['pushStatus', 3, undefined],
  ])('with %s %j would have got %s', (field, value, code) => {
    const found = only(PUSHES.broadcast({ [field]: value }));
    expect(found?.field).toBe(field);
    expect(found?.code).toBe(code);
  });

  it('to all does not go through the self-built channel (3053), to others it does', () => {
    const all = { pushStatus: 'all', unbindPeriod: 'forever' };
    expect(only(PUSHES.broadcast({ ...all, androidChannel: 'self-built' }))).toMatchObject({
      field: 'androidChannel',
      code: '3053',
    });
    expect(PUSHES.broadcast({ ...all, androidChannel: 'default' })).toEqual([]);
    expect(PUSHES.broadcast({ androidChannel: 1 })).toEqual([]);
    expect(PUSHES.broadcast({ ...all, pushStatus: 'unbound', androidChannel: 'self-built' })).toEqual([]);
  });

  it.each([
    [{ from: 2, until: 1 }, 'until'],
    [{ from: 1 }, 'until'],
    [{ from: -1, until: 1 }, 'from'],
  ])('refuses the stretch of time %j (8018)', (range, field) => {
    for (const name of ['boundBetween', 'unboundBetween']) {
      expect(only(PUSHES.broadcast({ [name]: range }))).toMatchObject({
        field: `${name}.${field}`,
        code: '8018',
      });
    }
  });

  it('needs the id of its message', () => {
    expect(only(PUSHES.broadcast({ messageId: '' }))?.field).toBe('messageId');
  });
});
