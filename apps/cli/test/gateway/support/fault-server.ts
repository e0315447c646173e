import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came. */
export interface Heard {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that goes wrong as it is told to. */
export interface FaultServer extends AsyncDisposable {
  readonly url: string;
  readonly heard: readonly Heard[];
}

/** Answers one request, or does not. Whatever is to be read of it, this reads. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Starts one on this machine. What its handler has read by `bodyOf` is among what it heard. */
export async function startFaultServer(handle: Handler): Promise<FaultServer> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const at = heard.push({ method, path: url, headers, body: '' }) - 1;
    bodies.set(request, (body) => {
      heard[at] = { method, path: url, headers, body };
    });
    void Promise.resolve(handle(request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

const bodies = new WeakMap<IncomingMessage, (body: string) => void>();

/** Reads the whole body. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const body = await text(request);
  bodies.get(request)?.(body);
  return body;
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
  });
  response.end(JSON.stringify(body));
}

/** A problem as a gateway tells it. */
export const problem = (kind: string, status: number): Readonly<Record<string, unknown>> => ({
  type: `https://github.com/unpush/unpush/blob/main/docs/problems.md#${kind}`,
  title: `Title of ${kind}`,
  status,
  detail: `Detail of ${kind}`,
  code: kind.toUpperCase().replaceAll('-', '_'),
});
