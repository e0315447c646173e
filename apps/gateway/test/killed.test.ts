import { readEvidenceKey, verifyEvidence } from '@unpush/recall';
import { nodeEvidenceCrypto } from '@unpush/recall/node';
import { expect, it } from 'vitest';
import type { Recall } from '../public/api/types.d.ts';
import { buildWorker, configOfBuilt } from './support/build.ts';
import { startGateway } from './support/gateway.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const TARGETS = 100_000;

async function* streamed(tokens: readonly string[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < tokens.length; at += 1000) {
    yield encoder.encode(`${tokens.slice(at, at + 1000).join('\n')}\n`);
    // As a network does: not all at once
    await new Promise(setImmediate);
  }
}

it('a hundred thousand targets are each accounted for, though the built Worker is killed on the way', async () => {
  await using built = await temporaryFolder();
  await buildWorker(built.path);
  await using gateway = await startGateway({
    phones: TARGETS,
    app: { quota: 10_000 },
    config: await configOfBuilt(built.path),
  });
  const { scene, call, until } = gateway;
  const { huawei } = scene.running.emulator;
  // Some phones have lost the app since
  const strangers = ['stranger-1', 'stranger-2', 'stranger-3'];
  const list = [...scene.tokens.slice(0, 50_000), ...strangers, ...scene.tokens.slice(50_000)];

  const query = `notifyId=${String(scene.notifyId)}&pushType=notification&reason=wrong+price`;
  const begun = await call(`/v1/apps/shop/recalls?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', 'Idempotency-Key': 'incident-4711' },
    body: ReadableStream.from(streamed(list)),
    duplex: 'half',
  });
  expect(begun.status).toBe(202);
  const { recallId } = (await begun.json()) as Recall; // The contract says so

  await until(recallId, ({ targets }) => targets.accepted >= 20_000);
  await gateway.kill();
  await gateway.restart();
  await until(recallId, ({ targets }) => targets.accepted >= 60_000);
  await gateway.kill();
  await gateway.restart();
  const ended = await until(recallId, ({ state }) => state === 'finished');

  expect(ended.targets).toEqual({
    read: 100_003,
    malformed: 0,
    duplicate: 0,
    accepted: 100_000,
    rejected: 3,
    unknown: 0,
    notAttempted: 0,
  });

  const report = await (await call(`/v1/apps/shop/recalls/${recallId}/report?all=true`)).text();
  const lines = report
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly target: string; readonly outcome: string });
  const outcomes = new Map(lines.map(({ target, outcome }) => [target, outcome]));
  expect(lines).toHaveLength(100_003);
  const { clientId, notifyId } = scene;
  const revocations = huawei.revocations({ clientId, notifyId });
  const disagreeing = list.filter(
    (target) => (outcomes.get(target) === 'accepted') !== revocations.times(target) > 0,
  );
  expect(disagreeing).toEqual([]);
  expect(scene.tokens.filter((token) => huawei.tray(token).length > 0)).toEqual([]);

  const key = readEvidenceKey(await (await call(`/v1/apps/shop/recalls/${recallId}/evidence-key`)).text());
  const evidence = await call(`/v1/apps/shop/recalls/${recallId}/evidence`);
  const verified = await verifyEvidence(evidence.body ?? new ReadableStream(), {
    crypto: nodeEvidenceCrypto,
    compare: { key, targets: ReadableStream.from([list]) },
  });
  expect(verified.problems).toEqual([]);
  expect(verified.sealed).toBe(true);
  expect(verified.targets).toEqual(ended.targets);
  expect(verified.compared).toMatchObject({ given: 100_003, covered: 100_003, mismatched: 0 });
  // One of the first run, and one of each after a kill
  expect(verified.sessions).toBeGreaterThanOrEqual(3);
}, 240_000);
