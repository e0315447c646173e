import pg from 'pg';
import { AT, accepted, request, verdict } from '../../../src/contract/ledger/steps.ts';
import { postgresStore } from '../../../src/postgres/index.ts';
import { newRecall } from '../support/recalls.ts';

// Makes a recall and writes batches of ten targets, until it is killed
const [connectionString, schema, leaseMs] = process.argv.slice(2);
const store = postgresStore({
  pool: new pg.Pool({ connectionString }),
  schema: schema!,
  leaseMs: Number(leaseMs),
});
const targets = Array.from({ length: 100_000 }, (_, index) => `target-${index}`);
const owned = await newRecall(store, { list: targets });
process.stdout.write(`${owned.recallId}\n`);
await owned.begin({ at: AT, retryUnknown: false });
for (let batch = 1; ; batch += 1) {
  const spans = [[10 * batch - 10, 10 * batch]] as const;
  await owned.sending(request(batch, spans));
  process.stdout.write(`sent ${batch}\n`);
  await owned.verdict(verdict(batch, [accepted(spans)]));
}
