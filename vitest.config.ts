import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const OURS = '@unpush/source';
const inNode = { conditions: [OURS, 'module', 'node', 'import', 'default'] };
const inWorkerd = { conditions: [OURS, 'workerd', 'worker', 'browser', 'module', 'import', 'default'] };

const patience = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Stale after a change of tsconfig: https://vitest.dev/config/ (fsModuleCache)
    fsModuleCache: false,
    projects: [
      {
        resolve: inNode,
        ssr: { resolve: inNode },
        test: {
          name: 'node',
          include: [
            'packages/*/test/**/*.test.ts',
            'apps/*/test/**/*.test.ts',
            'examples/*/test/**/*.test.ts',
            'bench/test/**/*.test.ts',
            'scripts/test/**/*.test.{ts,mjs}',
          ],
          // Node's line editor knows no editing keys on a dumb terminal, and CI may call itself one
          env: { TERM: 'xterm-256color' },
          ...patience,
        },
      },
      {
        plugins: [cloudflareTest({ miniflare: { compatibilityDate: '2026-11-01' } })],
        resolve: inWorkerd,
        ssr: { resolve: inWorkerd },
        // What must hold wherever it runs is run here as well as in Node
        test: { name: 'workerd', include: ['packages/*/test/anywhere/**/*.test.ts'], ...patience },
      },
    ],
  },
});
