import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

let made = 0;

/** Does it in an object of its own, with its storage. */
export function inObject<T>(work: (storage: DurableObjectStorage) => Promise<T>): Promise<T> {
  made += 1;
  const stub = env.OBJECTS.getByName(`store-${made}-${crypto.randomUUID()}`);
  return runInDurableObject(stub, (_object, { storage }) => work(storage));
}
