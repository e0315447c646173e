import { randomUUID } from 'node:crypto';
import { LedgerError } from '../ledger/ledger-error.ts';
import type {
  Admission,
  AdmitOptions,
  Lease,
  OwnedRecall,
  SharedRecallStore,
} from '../store/recall-store.ts';
import type { TargetInput } from '../store/target-input.ts';
import { databaseOf, IN_CLOSING, type Database } from './connection/database.ts';
import { inTime } from './connection/in-time.ts';
import { checkOptions, type PostgresStoreOptions } from './options.ts';
import { noSuchRecall } from './ownership/refusals.ts';
import { checkName, takeLease } from './ownership/take-lease.ts';
import { takeRecall } from './recalls/take-recall.ts';
import { admissionOf, type Begun } from './recalls/admission-of.ts';
import { forgetRecall } from './recalls/forget-recall.ts';
import { listRecalls } from './recalls/list-recalls.ts';
import { ownRecall } from './recalls/own-recall.ts';
import { readingsOf } from './recalls/readings.ts';
import { readRecall } from './recalls/read-recall.ts';
import { want } from './recalls/wanted.ts';
import { checkVersion, migrate } from './schema/migrate.ts';
import { tablesIn } from './connection/tables.ts';
import { holdPlace } from './targets/hold-place.ts';
import { keepersFrom } from './targets/pages/keepers.ts';
import { openIntake } from './targets/open-intake.ts';
import { takeIn } from './targets/take-in.ts';
import { targetsAt } from './targets/targets-at.ts';

/**
 * Keeps recalls in PostgreSQL 14 or newer: targets, or where to read them, ledgers and evidence. Any number of
 * processes can use it at once; each recall has one owner at a time, and what another one writes is refused by the
 * database itself.
 *
 * While PostgreSQL is away, as for a restart or a failover, calls wait for up to `patienceMs`.
 *
 * @throws InvalidRequestError for options that make no sense. Its calls reject with `LedgerError` for what is wrong
 * with the database, and with `InputError` for what is wrong with targets.
 *
 * @example
 * ```ts
 * await using store = postgresStore({ pool: new Pool({ connectionString: process.env.DATABASE_URL }) });
 * await using admission = await store.admit({ files: [{ path: 'tokens.txt.gz' }] });
 * admission.input.totals; // { read: 3200000, malformed: 2, duplicate: 1410 }
 * ```
 */
export function postgresStore(options: PostgresStoreOptions): SharedRecallStore {
  const {
    pool,
    schema,
    migrate: makesTables,
    leaseMs,
    patienceMs,
    pages,
    cacheBytes,
  } = checkOptions(options);
  const database = databaseOf({ pool, tables: tablesIn(schema), patienceMs });
  const keepers = keepersFrom(pages);
  const readings = readingsOf(database);
  const positions = targetsAt(database, { keepers, cacheBytes });
  const silentMs = Math.max(leaseMs, patienceMs);
  const held = new Set<OwnedRecall | Lease | Admission>();
  // The next question meets the same trouble and says so; unheard, it would end the process
  const onLostConnection = (): void => undefined;
  pool.on?.('error', onLostConnection);
  const closing = new AbortController();
  /** Admissions that are being read in. */
  const admitting = new Set<Promise<Admission>>();
  let closed: Promise<void> | undefined;
  let prepared: Promise<void> | undefined;

  const assertOpen = (): void => closing.signal.throwIfAborted();
  const ready = async (): Promise<Database> => {
    assertOpen();
    prepared ??= (makesTables ? migrate(database) : checkVersion(database)).catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    await prepared;
    return database;
  };
  const readyFor = async (recallId: string): Promise<Database> => {
    // PostgreSQL has no text with it, so no recall of that name
    if (recallId.includes('\0')) throw noSuchRecall(database, recallId);
    return ready();
  };

  async function own(begun: Begun): Promise<OwnedRecall> {
    const onClose = (one: OwnedRecall): void => void held.delete(one);
    const owned = ownRecall(database, { ...begun, leaseMs, silentMs, keepers, onClose });
    held.add(owned);
    // Closed meanwhile: then nobody else closes it
    if (closing.signal.aborted) await owned.close();
    assertOpen();
    return owned;
  }

  async function takeUp(
    input: TargetInput,
    { dedupe = true, signal: given }: AdmitOptions,
  ): Promise<Admission> {
    await ready();
    const signal = given ? AbortSignal.any([given, closing.signal]) : closing.signal;
    signal.throwIfAborted();
    const opened = openIntake(input, { dedupe, signal }, keepers);
    const place = await holdPlace(database);
    try {
      await takeIn(opened.intake, place, signal);
      assertOpen();
    } catch (error) {
      // The first error says more
      await place.remove().catch(() => undefined);
      throw error;
    }
    const onEnd = (one: Admission): void => void held.delete(one);
    const admission = admissionOf(database, { ...opened, place, leaseMs, own, onEnd });
    held.add(admission);
    return admission;
  }

  const end = async (): Promise<void> => {
    const why = new LedgerError('this store was closed. Make a new one.', { problem: 'unreachable' });
    closing.abort(why);
    database.hurry(why);
    const ends = [...held].map((one) => one[Symbol.asyncDispose]());
    // Whoever gives the targets of an admission may never give the next one
    const limit = { ms: IN_CLOSING.patienceMs + 1000 };
    await inTime(Promise.allSettled([...ends, ...admitting]), limit).catch(() => undefined);
    pool.off?.('error', onLostConnection);
  };
  const close = (): Promise<void> => (closed ??= end());

  return {
    async admit(input, options = {}) {
      const taking = takeUp(input, options);
      admitting.add(taking);
      return taking.finally(() => admitting.delete(taking));
    },
    async open(recallId) {
      await readyFor(recallId);
      const owner = randomUUID();
      // Each attempt takes it anew, so it is the last one that counts
      let at = performance.now();
      const onAttempt = (): void => void (at = performance.now());
      const taken = await takeRecall(database, { recallId, owner, leaseMs, onAttempt });
      return own({ recallId, owner, at, taken });
    },
    read: async (recallId) => readRecall(await readyFor(recallId), recallId, { keepers, readings }),
    list: async (filter) => listRecalls(await ready(), filter),
    want: async (recallId, wanted) => want(await readyFor(recallId), recallId, wanted),
    async forget(recallId) {
      await forgetRecall(await readyFor(recallId), recallId);
      positions.drop(recallId);
    },
    async targetsAt(recallId, spans) {
      await readyFor(recallId);
      return positions.find(recallId, spans);
    },
    async lease(name) {
      checkName(name);
      const onRelease = (lease: Lease): void => void held.delete(lease);
      const lease = await takeLease(await ready(), { name, leaseMs, onRelease });
      if (lease) held.add(lease);
      // Closed meanwhile: then nobody else releases it
      if (closing.signal.aborted) await lease?.release();
      assertOpen();
      return lease;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
