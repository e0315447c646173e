import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { httpServer, netServer, type Seen, type TestServer } from '../servers.ts';
import type { OpenScripted, Script, Step } from './script.ts';

type Note = (request: Partial<Seen>) => void;

/** Opens a server that goes by a script in this very process, which is Node. */
export const openHere: OpenScripted = async (script) => {
  const requests: Partial<Seen>[] = [];
  const server = await start(script, (request) => requests.push(request));
  return {
    url: server.url,
    port: server.port,
    seen: async (atLeast) => {
      while (requests.length < atLeast) await sleep(5);
      return requests;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
};

function start(script: Script, note: Note): Promise<TestServer> {
  switch (script.kind) {
    case 'answers': {
      const { status = 200, headers = {}, body = '' } = script;
      return httpServer((seen, response) => {
        note(seen);
        response.writeHead(status, headers).end(body);
      });
    }
    case 'trickles':
      return httpServer((seen, response) => {
        note(seen);
        response.writeHead(200);
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      });
    case 'plays':
      return netServer(player(script.steps, note), script.scheme ?? 'http');
  }
}

/** One chunk is one request: ours are smaller than a packet. */
function player(steps: readonly Step[], note: Note): (socket: Socket) => void {
  let requests = 0;
  return (socket) => {
    socket.on('data', () => {
      note({});
      const { bytes = '', then } = steps[Math.min(requests, steps.length - 1)] ?? { then: 'wait' };
      requests += 1;
      if (then === 'end') socket.end(bytes);
      else socket.write(bytes);
      // A reset overtakes what has not been read yet
      if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), bytes === '' ? 0 : 50);
    });
  };
}
