import { describe, it } from 'vitest';
import { tokenCacheContract } from '../../src/contract/index.ts';
import { createMemoryTokenCache } from '../../src/index.ts';

describe('the token cache in memory', () => {
  for (const { holds, check } of tokenCacheContract) it(holds, () => check(createMemoryTokenCache));
});
