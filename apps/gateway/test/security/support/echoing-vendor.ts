import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Somebody in the vendor's place who refuses every request, and says all of it again. */
export interface EchoingVendor extends AsyncDisposable {
  readonly url: string;
  /** All that it was sent: lines of requests, headers and bodies. */
  readonly heard: () => string;
}

/**
 * Refuses in the words of both vendors: by a code of theirs with HTTP 400, or with HTTP 500 by a code that is what
 * it was sent as well.
 */
export async function startEchoingVendor(status: 400 | 500): Promise<EchoingVendor> {
  let heard = '';
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const sent = `${request.method ?? ''} ${request.url ?? ''}\n${request.rawHeaders.join('\n')}\n\n${body}`;
      heard += sent;
      const [code, Code] = status === 400 ? ['80100003', 'Unheard.Of'] : [sent, sent];
      const huawei = { code, msg: sent, requestId: body };
      const mpaas = { Code, Message: sent, RequestId: body, HostId: sent };
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ ...huawei, ...mpaas }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${String(port)}`,
    heard: () => heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
