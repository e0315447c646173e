import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const OURS = '@unpush/source';
// Without `import` and `default`, which Vite adds by itself: handed on to Node, they would have require() load ESM
const inNode = { conditions: [OURS, 'module', 'node'] };
const inWorkerd = { conditions: [OURS, 'workerd', 'worker', 'browser', 'module', 'import', 'default'] };

/** NestJS 11, where a test or our own source asks for NestJS. */
const nest11 = [
  {
    find: /^(@nestjs\/[a-z-]+|bullmq)(\/.*)?$/,
    replacement: `${fileURLToPath(new URL('compat/nest11/node_modules/', import.meta.url))}$1$2`,
  },
];

/** What the gateway's wrangler.jsonc says as well. */
const compatibilityDate = '2026-11-01';

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
          // Those run where the gateway does, but for what looks at it from outside
          exclude: [
            '**/node_modules/**',
            'packages/worker/test/!(node)/**',
            // What only workerd does
            'packages/*/test/workerd/**',
          ],
          // Node's line editor knows no editing keys on a dumb terminal, and CI may call itself one
          env: { TERM: 'xterm-256color' },
          ...patience,
        },
      },
      {
        resolve: { ...inNode, alias: nest11 },
        ssr: { resolve: inNode },
        // The NestJS door promises both majors
        test: {
          name: 'nest11',
          include: ['packages/nestjs/test/e2e/**/*.test.ts'],
          env: { UNPUSH_NEST_MAJOR: '11' },
          ...patience,
        },
      },
      {
        plugins: [cloudflareTest({ miniflare: { compatibilityDate } })],
        resolve: inWorkerd,
        ssr: { resolve: inWorkerd },
        // What must hold wherever it runs is run here as well as in Node
        test: {
          name: 'workerd',
          // Nothing can listen in there
          globalSetup: './packages/transport/test/support/scripted/keeper.ts',
          include: [
            'packages/*/test/anywhere/**/*.test.ts',
            'packages/core/test/**/*.test.ts',
            'packages/transport/test/**/*.test.ts',
            'packages/recall/test/{clock,engine,evidence,intake,ledger,pace,report,spans,summary}/**/*.test.ts',
          ],
          // Nothing in them outlives a test, and a module graph for each file takes minutes in all
          isolate: false,
          exclude: [
            // Virtual time moves on by setImmediate, which takes a millisecond there: these move it thousands of times
            'packages/recall/test/{engine,evidence,pace}/**/properties.test.ts',
            'packages/recall/test/engine/{advice/quota,flow/outage,pacing}.test.ts',
            'packages/recall/test/pace/{goals,known-quota}.test.ts',
            // Ask Node who listens
            'packages/recall/test/pace/listeners.test.ts',
            // Node's senders and files, and Node's fetch; workerd's own is tried in test/workerd by the same contract
            'packages/transport/test/{undici,secrets}/**',
            'packages/transport/test/http/fetch-sender.test.ts',
            // Have programs run: OpenSSL's, and a server of Python's
            'packages/transport/test/openssl/**',
            // Reads a page of our documentation
            'packages/recall/test/evidence/example.test.ts',
          ],
          ...patience,
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: './packages/worker/test/support/worker.ts',
            miniflare: {
              compatibilityDate,
              durableObjects: {
                OBJECTS: { className: 'TestObject', useSQLite: true },
                RECALLS: { className: 'RecallObject', useSQLite: true },
              },
              ratelimits: { FAILED_ATTEMPTS: { namespace_id: '1001', simple: { limit: 20, period: 60 } } },
            },
          }),
        ],
        resolve: inWorkerd,
        ssr: { resolve: inWorkerd },
        test: {
          name: 'worker',
          include: ['packages/worker/test/!(node)/**/*.test.ts'],
          ...patience,
        },
      },
    ],
  },
});
