import { expect, it } from 'vitest';
import { migratePostgres } from '../../src/postgres/index.ts';
import { postgres } from './support/servers.ts';

// The program, for `npm test`: startServer('postgres')
const place = postgres();

it('makes the tables once, however many processes want them at the same moment', async () => {
  for (let round = 0; round < 5; round += 1) {
    const schema = place.newSchema();
    const processes = Array.from({ length: 8 }, () => migratePostgres({ pool: place.pool(), schema }));
    expect(await Promise.allSettled(processes)).toEqual(
      processes.map(() => ({ status: 'fulfilled', value: undefined })),
    );
  }
});
