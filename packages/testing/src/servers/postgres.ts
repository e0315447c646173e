import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isListening } from './free-port.ts';
import { startProcess, untilReady, type ServerProcess } from './server-process.ts';
import type { TestServer } from './test-server.ts';

/** A real PostgreSQL; its `url` is that of the superuser, who needs no password. */
export type PostgresServer = TestServer;

/** Where Debian keeps the programs, apart from the search path. */
const DEBIAN = '/usr/lib/postgresql';

/** PostgreSQL refuses to run as root: then it runs as nobody. */
const NOBODY = 65_534;

export async function startPostgresServer(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'unpush-postgres-'));
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in owner) await chown(folder, NOBODY, NOBODY);
  const options = { ...owner, cwd: folder, env: { ...process.env, HOME: folder } };
  const bin = await programs();
  const files = join(folder, 'data');
  const init = ['-D', files, '-A', 'trust', '-U', 'postgres', '--no-sync', '--locale=C', '-E', 'UTF8'];
  await runToEnd(startProcess({ file: join(bin, 'initdb'), args: init, options, folder }));
  const port = await freePort();
  const settings = [`listen_addresses=127.0.0.1`, `port=${port}`, `unix_socket_directories=${folder}`];
  const args = ['-D', files, ...settings.flatMap((setting) => ['-c', setting])];
  let server: ServerProcess | undefined;
  const start = async (): Promise<void> => {
    server = startProcess({ file: join(bin, 'postgres'), args, options, folder });
    const { said } = server;
    await untilReady(server, async () => said().includes('ready to accept') && (await isListening(port)));
  };
  const kill = async (): Promise<void> => {
    await server?.end('SIGQUIT');
  };
  const close = async (): Promise<void> => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  };
  await start();
  return {
    port,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async crash() {
      await kill();
      await start();
    },
    kill,
    start,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The newest version that Debian has put there; otherwise what the search path leads to. */
async function programs(): Promise<string> {
  const versions = (await readdir(DEBIAN).catch(() => [])).filter((name) => /^\d+(\.\d+)?$/.test(name));
  const newest = versions.sort((one, other) => Number(other) - Number(one))[0];
  return newest === undefined ? '' : join(DEBIAN, newest, 'bin');
}

async function runToEnd(program: ServerProcess): Promise<void> {
  // Rejects with the error where there is no such program
  await once(program.child, 'exit');
  if (program.child.exitCode !== 0) throw new Error(`initdb failed: ${program.said()}`);
}
