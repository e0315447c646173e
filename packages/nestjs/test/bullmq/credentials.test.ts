import { NONE_REJECTED, type Verdict } from '@unpush/core';
import { expect, it } from 'vitest';
import { followCredentials } from '../../src/bullmq/batch/follow-credentials.ts';
import { fleetCredentials } from '../../src/bullmq/driver/requests/fleet-credentials.ts';

const refusedUnder = (credentialId: string): Verdict => ({
  advice: 'renew',
  about: 'credential',
  rejected: NONE_REJECTED,
  mayHaveBeenReceived: false,
  credentialId,
});

it('are one credential to the engine, by generations', () => {
  const fleet = fleetCredentials('d1');
  expect(fleet.asOne(refusedUnder('of-one-process'), 1)).toMatchObject({ credentialId: 'fleet-1' });
  fleet.renew('fleet-1');
  expect(fleet.order).toEqual({ driver: 'd1', generation: 2, refused: ['of-one-process'] });
  // Sent before that, and answered after it
  expect(fleet.asOne(refusedUnder('of-another'), 1)).toMatchObject({ credentialId: 'fleet-1' });
  fleet.renew('fleet-1');
  expect(fleet.order).toEqual({ driver: 'd1', generation: 2, refused: ['of-one-process', 'of-another'] });
});

it('are renewed in every process once one of them was refused, and once only', async () => {
  const renewed: string[] = [];
  const renewCredential = (id: string): Promise<void> => {
    renewed.push(id);
    return Promise.resolve();
  };
  const here = followCredentials({ renewCredential });
  await here.follow({ driver: 'd1', generation: 1, refused: [] });
  here.used('ours');
  const next = { driver: 'd1', generation: 2, refused: ['of-another'] };
  await Promise.all([here.follow(next), here.follow(next)]);
  expect(renewed).toEqual(['of-another', 'ours']);
  // A driver that begins anew has refused nothing
  await here.follow({ driver: 'd2', generation: 1, refused: [] });
  expect(renewed).toEqual(['of-another', 'ours']);
});

it('are asked for again where that failed', async () => {
  let tries = 0;
  const here = followCredentials({
    renewCredential: () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('the key cannot sign')) : Promise.resolve();
    },
  });
  const order = { driver: 'd1', generation: 2, refused: ['old'] };
  await expect(here.follow(order)).rejects.toThrow('the key cannot sign');
  await here.follow(order);
  expect(tries).toBe(2);
});
