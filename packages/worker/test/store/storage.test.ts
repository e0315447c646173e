import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';

it('has a database in each object', async () => {
  const stub = env.OBJECTS.getByName('shop');
  const size = await runInDurableObject(stub, (_object, { storage }) => storage.sql.databaseSize);
  expect(size).toBeGreaterThan(0);
});
