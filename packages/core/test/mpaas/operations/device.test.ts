import { describe, expect, it } from 'vitest';
import { MPAAS_OPERATIONS } from '@unpush/core/mpaas';
import { tenantApp } from '../app-and-form.ts';
import { problemsOf } from '../problems-of.ts';

const { pushQueryDeviceState } = MPAAS_OPERATIONS;

describe('pushQueryDeviceState', () => {
  const least = { targetType: 'user', target: 'push_test_user' } as const;

  it.each([
    ['target', '', '3021'],
    ['target', undefined, '3021'],
    ['targetType', 3, undefined],
    ['targetType', undefined, undefined],
  ])('refuses %s %j', (field, value, code) => {
    const input = { ...least, [field]: value } as typeof least; // as a JavaScript caller can
    const [found] = problemsOf(() => pushQueryDeviceState.build(tenantApp, input));
    expect(found?.field).toBe(field);
    expect(found?.code).toBe(code);
  });

  it.each(['device', 'user', 1, 2] as const)('takes the target type %s', (targetType) => {
    expect(problemsOf(() => pushQueryDeviceState.build(tenantApp, { ...least, targetType }))).toEqual([]);
  });

  const read = (Data: unknown) =>
    pushQueryDeviceState.read({
      status: 200,
      body: JSON.stringify({ Code: '100', Success: true, Message: 'SUCCESS', Data }),
    }).value;

  it('reads what is known of a device', () => {
    expect(
      read({
        DeliveryToken: 'ad-1',
        DeviceId: 'ad-1',
        Manufacturer: 'miui',
        Platform: 'android',
        Statue: 'ONLINE',
        ThirdToken: 'third',
        UserId: 'push_test_user',
      }),
    ).toEqual({
      userId: 'push_test_user',
      deviceId: 'ad-1',
      deliveryToken: 'ad-1',
      thirdToken: 'third',
      platform: 'android',
      manufacturer: 'miui',
      status: 'online',
    });
  });

  it.each([
    [{ statue: 'OFFLINE' }, { status: 'offline' }],
    // As the vendor's page spells it
    [{ statue: 'UNKNOW' }, { status: 'unknown' }],
    [{ status: 'unknown' }, { status: 'unknown' }],
    [{ statue: 'ASLEEP', userId: '' }, {}],
    [null, {}],
    ['text', {}],
  ])('reads %j', (data, state) => {
    expect(read(data)).toEqual(state);
  });
});
