import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const GATEWAY = fileURLToPath(new URL('../../', import.meta.url));
const WRANGLER = fileURLToPath(new URL('../../node_modules/wrangler/bin/wrangler.js', import.meta.url));
const READY_MS = 60_000;

/** How wrangler's local runtime is started. */
export interface LocalOptions {
  /** A folder of its own: for the state of the objects, and for what wrangler is told in files. */
  readonly folder: string;
  /** What stands in for `vars` and secrets: values as JSON, text that is JSON already as it is. */
  readonly vars: Readonly<Record<string, unknown>>;
  /** The certificate to trust besides those of the system, in PEM. */
  readonly caPem?: string;
  readonly port: number;
  /** Told what wrangler says, the log of the Worker among it, as it comes. */
  readonly onSaid?: (text: string) => void;
  /** Another wrangler.jsonc than that of this folder, such as of what is built already. */
  readonly config?: string;
}

/** A running wrangler. */
export interface LocalGateway extends AsyncDisposable {
  readonly url: string;
  /** All it has said, for when something goes wrong. */
  readonly said: () => string;
  /** Ends it and its children as an operator would. */
  stop(): Promise<void>;
  /** Ends it and its children at once, as the loss of the machine would. */
  kill(): Promise<void>;
}

/** What wrangler is told so that it neither calls home, asks for a login nor writes into anybody's home. */
export const wranglerEnv = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  // Inside the workspace imports lead to the sources; what follows is wrangler's own default
  WRANGLER_BUILD_CONDITIONS: '@unpush/source,workerd,worker,browser',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  XDG_CONFIG_HOME: join(folder, 'config'),
  WRANGLER_LOG_PATH: join(folder, 'logs'),
  MINIFLARE_REGISTRY_PATH: join(folder, 'registry'),
  WRANGLER_REGISTRY_PATH: join(folder, 'registry'),
  NO_COLOR: '1',
});

/** The command line of wrangler, ready to be spawned in this folder. */
export const wranglerCommand = (words: readonly string[]): readonly [string, readonly string[], string] => [
  process.execPath,
  [WRANGLER, ...words],
  GATEWAY,
];

/**
 * Starts wrangler's local runtime and waits until the gateway answers.
 *
 * @throws Error with all that wrangler has said, where it does not come up.
 */
export async function startWrangler(options: LocalOptions): Promise<LocalGateway> {
  const { folder, vars, caPem, port, onSaid, config = join(GATEWAY, 'wrangler.jsonc') } = options;
  const envFile = join(folder, 'vars.env');
  await writeFile(envFile, envText(vars), { mode: 0o600 });
  const caFile = join(folder, 'ca.pem');
  if (caPem !== undefined) await writeFile(caFile, caPem);

  const words = ['dev', '--config', config, '--env-file', envFile, '--persist-to', join(folder, 'state')];
  const listening = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'];
  const quiet = ['--show-interactive-dev-session', 'false', '--log-level', 'warn'];
  const [file, args, cwd] = wranglerCommand([...words, ...listening, ...quiet]);
  const child = spawn(file, args, {
    cwd,
    // A process group of its own: wrangler leaves children behind when only itself is ended
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...wranglerEnv(folder), ...(caPem === undefined ? {} : { NODE_EXTRA_CA_CERTS: caFile }) },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      onSaid?.(text);
    });
  }
  const url = `http://127.0.0.1:${String(port)}`;
  const end = (signal: NodeJS.Signals): Promise<void> => endGroup(child, signal);
  try {
    await answers(url, child);
  } catch (error) {
    await end('SIGKILL');
    throw new Error(`wrangler does not answer; it said:\n${said}`, { cause: error });
  }
  const stop = (): Promise<void> => end('SIGTERM');
  return { url, said: () => said, stop, kill: () => end('SIGKILL'), [Symbol.asyncDispose]: stop };
}

/** In single quotes nothing is read but the quote itself, which JSON can do without. */
const envText = (vars: Readonly<Record<string, unknown>>): string =>
  Object.entries(vars)
    .map(([name, value]) => `${name}='${textOf(value).replaceAll("'", '\\u0027')}'\n`)
    .join('');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it has ended with ${String(child.exitCode)}`);
    const isThere = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) }).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
  throw new Error('it took too long');
}

const GRACE_MS = 10_000;

async function endGroup(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  signalGroup(pid, signal);
  await Promise.race([ended, wait(GRACE_MS, undefined, { ref: false })]);
  // Whoever is left of them
  signalGroup(pid, 'SIGKILL');
  while (signalGroup(pid, 0)) await wait(10);
}

/** Whether there was anybody to be told. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
