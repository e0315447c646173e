import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { SummaryObject } from '../../src/session/summary/summary-object.ts';
import { spawnCli } from '../support/spawn-cli.ts';
import { NOTIFY_ID } from '../support/stage.ts';
import { setChaoticStage, type ChaoticStage } from './chaotic-stage.ts';
import { seededRandom } from './random.ts';

/** How often the command line is killed, all in all; a longer run is asked for by this variable. */
const KILLS = Number(process.env['UNPUSH_CHAOS_KILLS'] ?? 50);
/** The same seed makes the same list, faults and moments; what the machine does in between is never the same. */
const SEED = Number(process.env['UNPUSH_CHAOS_SEED'] ?? 20_261_123);
/** After so many kills a recall is left to come to its end. */
const KILLS_OF_ONE = 6;
/** Within what time after its start a process is killed, in milliseconds. */
const LIFE = { shortest: 300, longest: 2200 };

interface ReportLine {
  readonly target: string;
  readonly outcome: string;
}

/** What one recall went through. */
interface Course {
  readonly kills: number;
  readonly summary: SummaryObject;
}

describe('a recall that is killed again and again, at a vendor on a bad day', () => {
  it(
    `loses nothing, claims nothing, and proves it (${KILLS} kills, seed ${SEED})`,
    async () => {
      const random = seededRandom(SEED);
      let kills = 0;
      while (kills < KILLS) {
        await using chaos = await setChaoticStage(random);
        const course = await recall(chaos, { random, mayKill: Math.min(KILLS_OF_ONE, KILLS - kills) });
        // A process that ended before its moment came was not killed
        kills += course.kills;
        expectSums(chaos, course.summary);
        await expectTruth(chaos, course.summary);
        await expectProof(chaos, course.summary);
      }
    },
    60_000 + KILLS * 15_000,
  );
});

/** Starts a recall, kills it, resumes it, kills it again … and lets it come to its end. */
async function recall(
  { stage, list }: ChaoticStage,
  { random, mayKill }: { readonly random: () => number; readonly mayKill: number },
): Promise<Course> {
  const started = ['revoke', ...stage.flags, '--notify-id', String(NOTIFY_ID), '--tokens', list];
  const how = ['--confirm', String(NOTIFY_ID), '--batch-size', '40', '--quota', '2500', '--keep-going'];
  let words: readonly string[] = [...started, ...how, '--json'];
  let kills = 0;
  for (let life = 1; ; life += 1) {
    if (life > mayKill + 40) throw new Error('the recall does not come to its end');
    const { child, result } = spawnCli(words, { cwd: stage.folder });
    if (kills < mayKill) {
      const moment = LIFE.shortest + random() * (LIFE.longest - LIFE.shortest);
      await Promise.race([once(child, 'exit'), sleep(moment)]);
      child.kill('SIGKILL');
    }
    const { signal, stdout, stderr, exit } = await result;
    if (signal === 'SIGKILL') kills += 1;
    const known = await recorded(stage.folder);
    // Killed before it was written down, it has to be begun, not resumed; killed after its end, it has ended
    if (known?.state === 'finished') return { kills, summary: known };
    if (known !== undefined) words = ['recalls', 'resume', known.recallId, '--json'];
    if (signal !== null) continue;
    const said = JSON.parse(stdout === '' ? '{}' : stdout) as Partial<SummaryObject>;
    if (said.state === undefined) throw new Error(`exit ${exit}: ${stdout}${stderr}`);
  }
}

/** How the recall stands in the ledger, if it is there. */
async function recorded(folder: string): Promise<SummaryObject | undefined> {
  const { stdout } = await spawnCli(['recalls', 'list', '--json'], { cwd: folder }).result;
  const all = JSON.parse(stdout) as readonly SummaryObject[];
  expect(all.length).toBeLessThanOrEqual(1);
  return all[0];
}

function expectSums({ targets, duplicates, malformed }: ChaoticStage, summary: SummaryObject): void {
  const { read, accepted, rejected, unknown, notAttempted, ...dropped } = summary.targets;
  expect(read).toBe(targets.length + duplicates + malformed);
  expect(dropped).toEqual({ malformed, duplicate: duplicates });
  expect(notAttempted).toBe(0);
  expect(accepted + rejected + unknown).toBe(targets.length);
}

/** Holds the report against what the vendor itself has recorded, target by target. */
async function expectTruth(
  { stage, targets, strangers }: ChaoticStage,
  summary: SummaryObject,
): Promise<void> {
  const { stdout } = await spawnCli(['recalls', 'report', summary.recallId, '--all'], { cwd: stage.folder })
    .result;
  const lines = stdout.split('\n').filter((line) => line !== '');
  const report = lines.map((line) => JSON.parse(line) as ReportLine);
  const told = report.filter(({ outcome }) => outcome !== 'malformed').map(({ target }) => target);
  expect(told).toHaveLength(targets.length);
  expect(new Set(told)).toEqual(new Set(targets));
  const revoked = stage.revoked();
  const falselyAccepted = report.filter(
    ({ target, outcome }) => outcome === 'accepted' && !revoked.has(target),
  );
  const falselyRejected = report.filter(
    ({ target, outcome }) => outcome === 'rejected' && revoked.has(target),
  );
  expect({ falselyAccepted, falselyRejected }).toEqual({ falselyAccepted: [], falselyRejected: [] });
  for (const { target, outcome } of report) {
    if (outcome === 'rejected') expect(strangers).toContain(target);
    if (strangers.has(target)) expect(['rejected', 'unknown']).toContain(outcome);
  }
  const count = (outcome: string): number => report.filter((line) => line.outcome === outcome).length;
  expect(count('accepted')).toBe(summary.targets.accepted);
  expect(count('rejected')).toBe(summary.targets.rejected);
  expect(count('unknown')).toBe(summary.targets.unknown);
}

/** The evidence holds, and is that of these very targets. */
async function expectProof({ stage, list }: ChaoticStage, summary: SummaryObject): Promise<void> {
  const [evidence, key] = [stage.file('evidence.ndjson'), stage.file('evidence-key.json')];
  const id = summary.recallId;
  const written = await spawnCli(['recalls', 'evidence', id, evidence, '--with-key', key], {
    cwd: stage.folder,
  }).result;
  expect(written.exit).toBe(0);
  const flags = ['--tokens', list, '--evidence-key', key, '--head', String(summary.evidenceHead)];
  const verified = await spawnCli(['verify', evidence, ...flags, '--json'], { cwd: stage.folder }).result;
  expect(verified.exit, verified.stdout + verified.stderr).toBe(0);
  const text = await readFile(evidence, 'utf8');
  const tampered = await stage.write('tampered.ndjson', text.replace('"accepted":[[', '"accepted":[[ '));
  const refused = await spawnCli(['verify', tampered], { cwd: stage.folder }).result;
  expect(refused.exit).toBe(5);
}
