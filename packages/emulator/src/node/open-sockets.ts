import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of a server, so that they can be reset, and all be closed at once. */
export class OpenSockets {
  /** By the client's address: a TLS socket does not say which TCP socket it stands on. */
  readonly #byPeer = new Map<string, Socket>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      const peer = peerOf(socket);
      this.#byPeer.set(peer, socket);
      socket.once('close', () => {
        this.#byPeer.delete(peer);
      });
    });
  }

  /** Sends a TCP reset under a connection, be it TLS or not. */
  reset(socket: Socket): void {
    (this.#byPeer.get(peerOf(socket)) ?? socket).resetAndDestroy();
  }

  destroyAll(): void {
    for (const socket of this.#byPeer.values()) socket.destroy();
  }
}

function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? ''} ${remotePort ?? ''}`;
}
