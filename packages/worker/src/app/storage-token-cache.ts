import type { TokenCache } from '@unpush/transport';

/** What tokens lie under: others keep their own things in the same storage. */
const PREFIX = 'token:';

/**
 * Keeps the token in the object's own storage, which nobody but the object reads and the platform encrypts, so that an
 * eviction costs no signature.
 */
export const storageTokenCache = ({ kv }: Pick<DurableObjectStorage, 'kv'>): TokenCache => ({
  get: (key) => Promise.resolve(kv.get(PREFIX + key)),
  set: (key, token) => {
    // One of another key was replaced together with the key: no secret stays longer than it is needed
    for (const [other] of [...kv.list({ prefix: PREFIX })]) if (other !== PREFIX + key) kv.delete(other);
    kv.put(PREFIX + key, token);
    return Promise.resolve();
  },
});
