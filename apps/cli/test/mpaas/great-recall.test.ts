import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { SummaryObject } from '../../src/session/summary/summary-object.ts';
import { linesOf } from '../support/recalls.ts';
import { said, spawnCli } from '../support/spawn-cli.ts';
import { setMpaasStage, type MpaasStage } from './support/mpaas-stage.ts';
import { outcomesInEvidence } from './support/outcomes-in-evidence.ts';
import { messageFlags } from './support/revoke-mpaas.ts';
import { expectNoMpaasSecrets, expectNoMpaasSecretsInFiles } from './support/secrets.ts';

const PHONES = 4980;
/** Ids that the message was never pushed to, each after so many others. */
const STRANGERS = 20;
const STRANGER_EVERY = 249;
const REQUESTS_PER_SECOND = 200;
/** It is killed, with SIGKILL, when so many targets have been accepted. */
const KILLED_AT = [700, 1900, 3300] as const;

it('a recall of 5,000 targets at a gateway that throttles, killed three times, tells the truth of every one', async () => {
  await using stage = await setMpaasStage({ phones: PHONES });
  const { appId, workspaceId } = stage.app;
  stage.running.emulator.mpaas.setQuota({ appId, workspaceId }, { requestsPerSecond: REQUESTS_PER_SECOND });
  const targets = withStrangers(stage.targets);
  expect(targets).toHaveLength(5000);
  await stage.write('targets.txt', `${targets.join('\n')}\n`);
  const [report, evidence] = [stage.file('report.ndjson'), stage.file('evidence.ndjson')];
  const key = stage.file('evidence.key');

  const outputs = ['--report', report, '--report-all', '--evidence', evidence];
  const recallId = await beginAndKill(stage, [...messageFlags(stage), ...outputs, '--json']);
  for (const accepted of KILLED_AT.slice(1)) await killAt(stage, ['recalls', 'resume', recallId], accepted);
  const last = await run(stage, ['recalls', 'resume', recallId, '--json']);
  const summary = JSON.parse(last.stdout) as SummaryObject;
  // Some targets are refused: finished, and not whole
  expect(last.exit).toBe(3);
  expect(summary).toMatchObject({
    state: 'finished',
    targets: { read: 5000, malformed: 0, duplicate: 0, notAttempted: 0 },
  });
  expect(summary.requests.throttled).toBeGreaterThan(0);

  const lines = linesOf(await readFile(report, 'utf8'));
  expect(lines.map(({ target }) => target)).toEqual(targets);
  const told = new Map(lines.map(({ target, outcome }) => [target, outcome]));
  // What the report says, the vendor's own record says as well
  const accepted = new Set(
    [...told].filter(([, outcome]) => outcome === 'accepted').map(([target]) => target),
  );
  expect(accepted).toEqual(new Set(stage.revoked().keys()));
  expect(accepted).toEqual(new Set(stage.targets));
  // A stranger whose request was under way when the process was killed may have been answered before
  for (const [target, outcome] of told)
    if (target.startsWith('stranger-')) expect(['rejected', 'unknown']).toContain(outcome);
  // And so does the evidence, target by target
  const proven = outcomesInEvidence(await readFile(evidence, 'utf8'));
  expect(targets.map((_, position) => proven.get(position))).toEqual(lines.map(({ outcome }) => outcome));

  expect((await run(stage, ['recalls', 'evidence', recallId, '--with-key', key])).exit).toBe(0);
  const compare = ['--tokens', stage.list, '--evidence-key', key, '--head', String(summary.evidenceHead)];
  const verified = await run(stage, ['verify', evidence, ...compare, '--json']);
  expect(verified.exit, verified.stdout + verified.stderr).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({
    ...{ holds: true, sealed: true },
    targets: summary.targets,
    compared: { given: 5000, covered: 5000, mismatched: 0 },
  });
  await expectNoMpaasSecretsInFiles(stage, { mayHoldTargets: ['targets.txt', 'report.ndjson'] });
}, 180_000);

function withStrangers(phones: readonly string[]): readonly string[] {
  return phones.flatMap((phone, index) => {
    const number = (index + 1) / STRANGER_EVERY;
    return Number.isInteger(number) && number <= STRANGERS ? [phone, `stranger-${number}`] : [phone];
  });
}

/** Begins the recall, kills it, and gives its id. */
async function beginAndKill(stage: MpaasStage, words: readonly string[]): Promise<string> {
  const stderr = await killAt(stage, words, KILLED_AT[0]);
  const [, recallId] = /^Recall (r-\w+)$/m.exec(stderr) ?? [];
  if (recallId === undefined) throw new Error(`no id in:\n${stderr}`);
  return recallId;
}

/** Runs a command line until so many targets are accepted, and kills it. */
async function killAt(stage: MpaasStage, words: readonly string[], accepted: number): Promise<string> {
  const cli = spawnCli(words, { cwd: stage.folder });
  await said(cli, /Recall r-|goes on/);
  while (stage.countRevoked() < accepted) await sleep(5);
  cli.child.kill('SIGKILL');
  const result = await cli.result;
  expect(result.signal).toBe('SIGKILL');
  expectNoMpaasSecrets(stage, result);
  return result.stderr;
}

async function run(stage: MpaasStage, words: readonly string[]) {
  const result = await spawnCli(words, { cwd: stage.folder }).result;
  // The evidence itself goes to stdout where no file is named
  expectNoMpaasSecrets(stage, result);
  return result;
}
