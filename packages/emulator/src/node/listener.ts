import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Emulator } from '../emulator.ts';
import type { Exchange } from '../exchange.ts';
import type { OpenSockets } from './open-sockets.ts';

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** Hands requests to the emulator, and does to the socket what an exchange says. */
export function createListener(emulator: Emulator, sockets: OpenSockets): Listener {
  return getRequestListener(
    async (request, bindings) => {
      const outgoing = bindings.outgoing as ServerResponse; // the servers here speak HTTP/1.1 only
      try {
        return await act(await emulator.exchange(request), outgoing, sockets);
      } catch (error) {
        // The caller went away while it waited: there is nobody left to answer.
        if (outgoing.destroyed) return RESPONSE_ALREADY_SENT;
        throw error;
      }
    },
    { overrideGlobalObjects: false },
  );
}

async function act(exchange: Exchange, outgoing: ServerResponse, sockets: OpenSockets): Promise<Response> {
  switch (exchange.kind) {
    case 'response':
      return exchange.response;
    case 'cut':
      await cut(exchange.response, exchange.sentBytes, outgoing);
      return RESPONSE_ALREADY_SENT;
    case 'reset':
      if (outgoing.socket !== null) sockets.reset(outgoing.socket);
      return RESPONSE_ALREADY_SENT;
    case 'stall':
      return RESPONSE_ALREADY_SENT;
  }
}

async function cut(response: Response, sentBytes: number, outgoing: ServerResponse): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  const { socket } = outgoing;
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': body.length,
  });
  outgoing.write(body.subarray(0, sentBytes));
  outgoing.flushHeaders(); // a body of no bytes at all would not send them
  if (socket === null) return;
  socket.destroySoon(); // what was written still leaves; then the connection ends in mid-body
  if (!socket.destroyed) await once(socket, 'close');
}
