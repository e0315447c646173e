import { defineConfig } from 'vitest/config';

const conditions = ['@unpush/source', 'module', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'apps/*/test/**/*.test.ts',
      'examples/*/test/**/*.test.ts',
      'bench/test/**/*.test.ts',
      'scripts/test/**/*.test.{ts,mjs}',
    ],
    // Node's line editor knows no editing keys on a dumb terminal, and CI may call itself one
    env: { TERM: 'xterm-256color' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Stale after a change of tsconfig: https://vitest.dev/config/ (fsModuleCache)
    fsModuleCache: false,
  },
});
