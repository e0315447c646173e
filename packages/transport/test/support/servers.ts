import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { createServer as createNet, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTls, type TlsOptions } from 'node:tls';

/** A server on this machine, closed with all its connections when it is disposed. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** How many connections were made so far. */
  connections(): number;
}

/** One request as the server saw it. */
export interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function open(server: Server, scheme: string): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    connections: () => connections,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** What a server does with each request. */
export type Answering = (seen: Seen, response: ServerResponse) => void;

function listener(answering: Answering): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      answering({ method, url, headers, body: Buffer.concat(chunks).toString() }, response);
    });
  };
}

export const httpServer = (answering: Answering): Promise<TestServer> =>
  open(createHttp(listener(answering)), 'http');

export const httpsServer = (options: ServerOptions, answering: Answering): Promise<TestServer> =>
  open(
    createHttps(options, listener(answering)).on('tlsClientError', () => undefined),
    'https',
  );

/** A server of bare bytes. */
export const netServer = (onConnection: (socket: Socket) => void, scheme = 'http'): Promise<TestServer> =>
  open(createNet(onConnection), scheme);

export const tlsServer = (options: TlsOptions, onConnection: (socket: Socket) => void): Promise<TestServer> =>
  open(
    createTls(options, onConnection).on('tlsClientError', () => undefined),
    'https',
  );

/** A port that nobody listens on: it was free a moment ago. */
export async function deadPort(): Promise<number> {
  await using server = await netServer(() => undefined);
  return server.port;
}

/** Answers each request with a JSON text. */
export const json =
  (body: string, status = 200): Answering =>
  (_seen, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
