import pg from 'pg';
import { postgresStore } from '../../../src/postgres/index.ts';

// Takes a lease, and lives on with it until it is killed
const [connectionString, schema, leaseMs] = process.argv.slice(2);
const store = postgresStore({
  pool: new pg.Pool({ connectionString }),
  schema: schema!,
  leaseMs: Number(leaseMs),
});
const lease = await store.lease('app');
process.stdout.write(lease === undefined ? 'refused\n' : 'held\n');
setInterval(() => undefined, 1000);
