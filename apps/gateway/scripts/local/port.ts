import { once } from 'node:events';
import { createServer } from 'node:net';

/** Listens on a port of this machine for a moment, and says which it was. Rejects where that cannot be. */
async function tryPort(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  return address.port;
}

/** A port that is free at this moment. */
export const freePort = (): Promise<number> => tryPort(0);

/** The port that somebody has asked for. Rejects where it is none, or is not free. */
export async function portOf(asked: string): Promise<number> {
  const port = Number(asked);
  if (!/^\d{1,5}$/.test(asked) || port < 1 || port > 65_535) {
    throw new Error(`PORT is ${JSON.stringify(asked)}: give a whole number from 1 to 65535`);
  }
  try {
    return await tryPort(port);
  } catch (cause) {
    throw new Error(
      `port ${asked} cannot be listened on (${String(cause)}): end what listens there, perhaps a gateway of before, or give another by PORT=9000`,
      { cause },
    );
  }
}
