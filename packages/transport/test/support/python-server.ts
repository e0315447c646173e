import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const SCRIPT = `
import http.server, json
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def do_POST(self):
        body = self.rfile.read(int(self.headers['content-length']))
        print(json.dumps({'path': self.path, 'headers': {k.lower(): v for k, v in self.headers.items()}, 'body': body.decode()}), flush=True)
        answer = b'{"code":"80000000","msg":"Success","requestId":"157000000000006"}'
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)
    def log_message(self, *rest): pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
`;

/** A request as Python's standard library read it. */
export interface PythonSaw {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An HTTP server that none of us wrote: it tells what it saw and answers as the vendor's page says. */
export interface PythonServer extends AsyncDisposable {
  readonly url: string;
  /** The next request that it saw. */
  next(): Promise<PythonSaw>;
}

export async function pythonServer(): Promise<PythonServer> {
  const python = spawn('python3', ['-c', SCRIPT], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the Python server has ended');
    return value;
  };
  const port = Number(await read());
  return {
    url: `http://127.0.0.1:${port}`,
    next: async () => JSON.parse(await read()) as PythonSaw, // our own script wrote it
    [Symbol.asyncDispose]: async () => {
      python.kill();
      if (python.exitCode === null && python.signalCode === null) await once(python, 'close');
    },
  };
}
