import pg from 'pg';
import { postgresStore } from '../../../src/postgres/index.ts';
import { newRecall } from '../support/recalls.ts';

// Holds a recall and a lease, ends its connections, and has nothing more to do
const [connectionString, schema] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString });
const store = postgresStore({ pool, schema: schema! });
await newRecall(store);
await store.lease('app');
process.stdout.write('holds a recall and a lease\n');
await pool.end();
