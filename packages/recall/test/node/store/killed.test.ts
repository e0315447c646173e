import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { batchOf } from '@unpush/core';
import { simulatedVendor, type SimulatedVendor } from '@unpush/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { startRecall } from '../../../src/engine/start-recall.ts';
import { reportLines, verifyEvidence, type RecallRecord } from '../../../src/index.ts';
import { directoryStore, evidenceLines, nodeEvidenceCrypto } from '../../../src/node/index.ts';
import { temporaryDirectory } from '../ledger/support/ledgers.ts';

const TARGETS = Array.from({ length: 2000 }, (_, index) => `t-${index}`);
const BAD = new Set(TARGETS.filter((_, index) => index % 97 === 0));

/** What the child says. */
type Said = { readonly recallId: string } | { readonly request: number; readonly targets: readonly string[] };

/** Lets a child work on the recall until the vendor was asked so often, and kills it with requests under way. */
async function workUntilKilled(
  vendor: SimulatedVendor,
  {
    directory,
    id,
    requests,
  }: { readonly directory: string; readonly id?: string; readonly requests: number },
): Promise<string> {
  const script = join(import.meta.dirname, 'children/work-on.ts');
  const child = fork(script, [directory, ...(id === undefined ? [] : [id])], {
    execArgv: ['--conditions=@unpush/source'],
    serialization: 'advanced',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let recallId = '';
  child.on('message', (message) => {
    const said = message as Said; // the child says nothing else
    if ('recallId' in said) {
      recallId = said.recallId;
      return;
    }
    if (vendor.requests.length >= requests) child.kill('SIGKILL');
    // What the vendor takes back of a child that is gone, nobody is told
    void vendor
      .attempt('n-1', batchOf(said.targets))
      .then((verdict) => child.connected && child.send({ request: said.request, verdict }));
  });
  await once(child, 'exit');
  return recallId;
}

async function outcomesIn(record: RecallRecord): Promise<ReadonlyMap<string, string>> {
  const outcomes = new Map<string, string>();
  const source = await record.source();
  for await (const { text } of reportLines({ outcomes: record.outcomes(), source, all: true })) {
    for (const line of text.trimEnd().split('\n')) {
      const { target, outcome } = JSON.parse(line) as { target: string; outcome: string };
      outcomes.set(target, outcome);
    }
  }
  return outcomes;
}

async function* bytesOf(lines: AsyncIterable<{ readonly text: string }>): AsyncGenerator<Uint8Array> {
  for await (const { text } of lines) yield Buffer.from(text);
}

describe('a recall whose process is killed again and again', () => {
  it('goes on in another process, and the vendor agrees about every target', async () => {
    const directory = temporaryDirectory();
    const vendor = simulatedVendor({
      clock: systemClock,
      batchSize: 20,
      latencyMs: 10,
      bad: new Map([...BAD].map((target) => [target, 'illegal'])),
    });
    let id: string | undefined;
    for (const requests of [20, 45, 70]) {
      id = await workUntilKilled(vendor, { directory, requests, ...(id !== undefined && { id }) });
    }
    await using store = directoryStore({ directory });
    const [interrupted] = await store.list({ finished: false, wanted: 'run' });
    expect([interrupted?.recallId, interrupted?.summary.state]).toEqual([id, 'interrupted']);
    const owned = await store.open(id!);
    const recall = startRecall({
      ...{ recallId: owned.recallId, selector: 'n-1', source: owned.source, ledger: owned, revoker: vendor },
      canary: 0,
    });
    expect((await recall.done).state).toBe('finished');

    await using record = await store.read(id!);
    const outcomes = await outcomesIn(record);
    const those = (...names: readonly string[]): ReadonlySet<string> =>
      new Set([...outcomes].filter(([, outcome]) => names.includes(outcome)).map(([target]) => target));
    expect(those('accepted')).toEqual(vendor.takenBack);
    // One that is refused after a request was lost may have been taken back by that one
    expect(those('rejected', 'unknown')).toEqual(BAD);
    expect(outcomes.size).toBe(2000);
    const { problems, sealed, sessions } = await verifyEvidence(bytesOf(evidenceLines(record.evidence())), {
      crypto: nodeEvidenceCrypto,
    });
    expect([problems, sealed, sessions]).toEqual([[], true, 4]);
  });
});
