import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import { openHere } from './open-here.ts';
import type { Script, ScriptedServer } from './script.ts';

/**
 * Keeps scripted servers for tests that run in workerd, where nothing can listen. `POST /` opens one by a script,
 * `GET /PORT/N` tells what it has seen once it is N requests, `DELETE /PORT` closes it.
 */
export default async function keep(project: TestProject): Promise<() => Promise<void>> {
  const servers = new Map<string, ScriptedServer>();
  const keeper = createServer((request, response) => {
    answer(servers, request).then(
      (said) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said)),
      (error: unknown) => refuse(response, error),
    );
  });
  await new Promise<void>((resolve) => keeper.listen(0, '127.0.0.1', resolve));
  const { port } = keeper.address() as AddressInfo; // a TCP server has no other kind
  project.provide('scriptedServers', `http://127.0.0.1:${port}`);
  return async () => {
    for (const server of servers.values()) await server[Symbol.asyncDispose]();
    keeper.closeAllConnections();
    await new Promise((resolve) => keeper.close(resolve));
  };
}

async function answer(servers: Map<string, ScriptedServer>, request: IncomingMessage): Promise<unknown> {
  const [, port = '', atLeast = '0'] = (request.url ?? '').split('/');
  if (request.method === 'POST') {
    const server = await openHere(JSON.parse(await text(request)) as Script); // written by open-outside.ts
    servers.set(String(server.port), server);
    return { url: server.url, port: server.port };
  }
  const server = servers.get(port);
  if (server === undefined) throw new Error(`no server on port ${port}`);
  if (request.method === 'GET') return server.seen(Number(atLeast));
  servers.delete(port);
  await server[Symbol.asyncDispose]();
  return {};
}

function refuse(response: ServerResponse, error: unknown): void {
  response.writeHead(500).end(String(error));
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the keeper of scripted servers is reached. */
    readonly scriptedServers: string;
  }
}
