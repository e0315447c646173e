import { randomUUID } from 'node:crypto';
import { InvalidRequestError, show } from '@unpush/core';
import { LedgerError } from '../../ledger/ledger-error.ts';
import type { Lease } from '../../store/recall-store.ts';
import { IN_CLOSING, type Database } from '../connection/database.ts';
import { beatOf, keepAlive } from './keep-alive.ts';
import { untilIn } from './until.ts';

export interface LeaseOptions {
  readonly name: string;
  readonly leaseMs: number;
  readonly onRelease: (lease: Lease) => void;
}

/** @throws InvalidRequestError for a name that PostgreSQL cannot keep. */
export function checkName(name: string): void {
  if (!name.includes('\0')) return;
  throw new InvalidRequestError([
    { field: 'name', problem: `must be text without the character NUL, but is ${show(name)}` },
  ]);
}

/** Takes what one process at a time can have; `undefined` while another has it. */
export async function takeLease(
  { tables, ask, askOnce }: Database,
  { name, leaseMs, onRelease }: LeaseOptions,
): Promise<Lease | undefined> {
  const owner = randomUUID();
  // Each attempt takes it anew, so it is the last one that counts
  let at = performance.now();
  const taken = await ask({
    onAttempt: () => void (at = performance.now()),
    text: `INSERT INTO ${tables.leases} AS held (name, owner, until) VALUES ($1, $2, ${untilIn('$3')})
      ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
      WHERE held.owner = excluded.owner OR held.until < clock_timestamp() RETURNING name`,
    values: [name, owner, leaseMs],
  });
  if (taken.length === 0) return undefined;
  const place = `PostgreSQL, schema ${tables.schema}: the lease ${JSON.stringify(name)}`;
  const { everyMs, attemptMs } = beatOf(leaseMs);
  const alive = keepAlive({
    everyMs,
    silentMs: leaseMs,
    renew: async () =>
      (
        await askOnce({
          text: `UPDATE ${tables.leases} SET until = ${untilIn('$3')} WHERE name = $1 AND owner = $2 RETURNING name`,
          values: [name, owner, leaseMs],
          attemptMs,
        })
      ).length > 0,
    reason: (loss) =>
      loss === 'taken'
        ? new LedgerError(`${place} is lost: another process has it by now.`, { problem: 'under-way' })
        : new LedgerError(`${place} is lost: PostgreSQL did not answer for ${leaseMs} ms. Take it again.`, {
            problem: 'unreachable',
          }),
  });
  alive.renewed(at);
  let released: Promise<unknown> | undefined;
  const release = async (): Promise<void> => {
    alive.stop();
    released ??= ask({
      text: `DELETE FROM ${tables.leases} WHERE name = $1 AND owner = $2`,
      values: [name, owner],
      ...IN_CLOSING,
    });
    onRelease(lease);
    await released;
  };
  const lease: Lease = { lost: alive.lost, release, [Symbol.asyncDispose]: release };
  return lease;
}
