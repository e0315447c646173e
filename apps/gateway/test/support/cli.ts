import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import type { GatewayUnderTest } from './gateway.ts';

/** The command line as people run it: a process of its own, which knows nothing of this one. */
const BIN = fileURLToPath(new URL('../../../cli/src/bin.ts', import.meta.url));

/** What a command has come to. */
export interface Ended {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  /** Waits until it has said this to people. Rejects where it ends without. */
  readonly said: (words: RegExp) => Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Starts `unpush`, with the gateway and a key of it in the variables. */
export function startCli(
  { url, folder, scene }: Pick<GatewayUnderTest, 'url' | 'folder' | 'scene'>,
  args: readonly string[],
  { key = scene.key, app = 'shop' }: { readonly key?: string; readonly app?: string } = {},
): Running {
  const child = spawn(process.execPath, ['--conditions=@unpush/source', BIN, ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      UNPUSH_GATEWAY: url,
      UNPUSH_GATEWAY_KEY: key,
      UNPUSH_APP: app,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => (heard += words));
  // Listened to from the beginning, or what ends at once is missed
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>; // as Node documents it
  const stdout = text(child.stdout);
  const ended = closed.then(async ([exit, signal]) => ({
    exit,
    signal,
    stdout: await stdout,
    stderr: heard,
  }));
  return {
    child,
    ended,
    async said(words) {
      const end = ended.then(({ stderr }) => {
        if (!words.test(stderr)) throw new Error(`it has ended without saying ${String(words)}:\n${stderr}`);
      });
      while (!words.test(heard)) await Promise.race([once(child.stderr, 'data'), end]);
    },
  };
}

/** Runs it to its end. */
export const runCli = (...call: Parameters<typeof startCli>): Promise<Ended> => startCli(...call).ended;
