import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isListening } from './free-port.ts';
import { startProcess, untilReady, type ServerProcess } from './server-process.ts';
import type { TestServer } from './test-server.ts';

/** A real Redis. */
export interface RedisServer extends TestServer {
  readonly host: string;
}

/** Starts Redis with its append-only file on, as recalls want it, and nothing thrown out when memory is short. */
export async function startRedisServer(): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'unpush-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const durable = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'];
  let server: ServerProcess | undefined;
  const start = async (): Promise<void> => {
    server = startProcess({ file: 'redis-server', args: [...args, ...durable], folder });
    await untilReady(server, () => isListening(port));
  };
  const kill = async (): Promise<void> => {
    await server?.end('SIGKILL');
  };
  const close = async (): Promise<void> => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  };
  await start();
  return {
    host: '127.0.0.1',
    port,
    url: `redis://127.0.0.1:${port}`,
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
