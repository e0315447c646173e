import { CredentialError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play, setUp } from '../support/stage.ts';

const HOUR = 3_600_000;

describe('renew', () => {
  it('makes one new credential, however many requests were refused under the old one', async () => {
    const { summary, vendor, events } = await play({
      targets: names(60),
      vendor: { latencyMs: 100, credential: { lifeMs: 120, renewMs: 30 } },
      options: { batchSize: 10, concurrency: 5 },
    });
    // The canary at 0 ms; five more leave at 100 ms and reach the vendor at 150 ms, 30 ms too late
    expect(vendor.requests.map(({ at, credentialId }) => [at, credentialId])).toEqual([
      [0, 'credential-1'],
      [100, 'credential-1'],
      [100, 'credential-1'],
      [100, 'credential-1'],
      [100, 'credential-1'],
      [100, 'credential-1'],
      [230, 'credential-2'],
      [230, 'credential-2'],
      [230, 'credential-2'],
      [230, 'credential-2'],
      [230, 'credential-2'],
    ]);
    expect(vendor.renewals).toBe(1);
    expect(events.filter(({ type }) => type === 'renewed')).toHaveLength(1);
    expect(summary.state).toBe('finished');
    expect(summary.targets.accepted).toBe(60);
  });

  it('just sends a batch again that was refused under an older credential', async () => {
    const { summary, vendor } = await play({
      targets: names(20),
      // The second request is so slow that the first has its new credential long before
      vendor: { latencyMs: (attempt) => (attempt === 2 ? 500 : 20), credential: { refused: [1] } },
      options: { batchSize: 10, concurrency: 2, canary: 0 },
    });
    expect(vendor.requests.map(({ at, targets, credentialId }) => [at, targets[0], credentialId])).toEqual([
      [0, 't1', 'credential-1'],
      [0, 't11', 'credential-1'],
      [20, 't1', 'credential-2'],
      [500, 't11', 'credential-2'],
    ]);
    expect(vendor.renewals).toBe(1);
    expect(summary.targets.accepted).toBe(20);
  });

  it('stops when the fresh credential is refused too, and says how far the clocks are apart', async () => {
    const { summary, sink, vendor } = await play({
      targets: names(30),
      vendor: { credential: { lifeMs: 0, clockSkewMs: 7_200_000 } },
    });
    expect(vendor.requests.map(({ credentialId }) => credentialId)).toEqual(['credential-1', 'credential-2']);
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toEqual({
      cause: 'credential',
      code: '80200003',
      httpStatus: 401,
      message: 'expired',
      requestId: 'request-2',
      clockSkewMs: 7_200_000,
    });
    expect(sink.of('not-attempted')).toEqual(names(30));
  });

  it('stops when the refused credential stays in use', async () => {
    const { summary, vendor } = await play({
      targets: names(30),
      vendor: { latencyMs: 10, credential: { lifeMs: 0, stuck: true } },
    });
    expect(vendor.requests).toHaveLength(2);
    expect(vendor.renewals).toBe(1);
    expect(summary.stoppedBy?.cause).toBe('credential');
  });

  it('renews as often as credentials that were good run out', async () => {
    const { summary, vendor } = await play({
      targets: names(1000),
      vendor: { latencyMs: HOUR / 10, credential: { lifeMs: HOUR } },
      options: { batchSize: 20, concurrency: 1 },
    });
    expect(summary.state).toBe('finished');
    expect(summary.targets.accepted).toBe(1000);
    // 51 requests of six minutes and those refused: ten fit into an hour, as the vendor looks half-way
    expect(vendor.renewals).toBe(5);
  });

  it('is not taken in by a late success of a credential that was replaced', async () => {
    // The first request is answered at 1150 ms, when its credential is long replaced. No request under the second
    // credential ends between that and 2020 ms, when the vendor has refused it for its age.
    const latencies = [1150, 20, 200, 200, 200, 200, 200, 1000, 2000];
    const { summary, vendor } = await play({
      targets: names(80),
      vendor: { latencyMs: (attempt) => latencies[attempt - 1] ?? 200, credential: { lifeMs: 600 } },
      options: { batchSize: 10, concurrency: 2, canary: 0 },
    });
    expect(summary.state).toBe('finished');
    expect(summary.targets.accepted).toBe(80);
    expect(vendor.requests.map(({ at, targets, credentialId }) => [at, targets[0], credentialId])).toEqual([
      [0, 't1', 'credential-1'],
      [0, 't11', 'credential-1'],
      [20, 't21', 'credential-1'],
      [220, 't31', 'credential-1'],
      [420, 't41', 'credential-1'],
      [620, 't51', 'credential-1'],
      [820, 't51', 'credential-2'],
      [1020, 't61', 'credential-2'],
      [1150, 't71', 'credential-2'],
      [2020, 't61', 'credential-3'],
      [3150, 't71', 'credential-3'],
      [3350, 't71', 'credential-4'],
    ]);
  });

  it('ends with the error of a credential that cannot be made, and nothing is sent again', async () => {
    const renewError = new CredentialError('the key file is gone');
    const { start, vendor, sink } = setUp({
      targets: names(60),
      vendor: { latencyMs: 100, credential: { lifeMs: 120, renewMs: 30, renewError } },
      options: { batchSize: 10, concurrency: 5 },
    });
    const recall = start();
    await expect(recall.done).rejects.toBe(renewError);
    expect(vendor.requests).toHaveLength(6);
    expect(sink.of('accepted')).toEqual(names(10));
    expect([...sink.of('not-attempted')].sort()).toEqual(names(60).slice(10).sort());
    expect(recall.snapshot()).toMatchObject({
      state: 'stopped',
      stoppedBy: { cause: 'error' },
      targets: { accepted: 10, notAttempted: 50 },
    });
  });
});
