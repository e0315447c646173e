import { request as httpRequest } from 'node:http';
import { type RequestOptions, request as httpsRequest } from 'node:https';

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Whether it came over a connection that had served before. */
  readonly reusedSocket: boolean;
}

/** One request by Node's own client, down to the socket. Rejects with the socket's error. */
export function wire(
  url: string,
  options: RequestOptions & { readonly body?: string } = {},
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = send(url, { agent: false, ...options }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        body += text;
      });
      answer.on('error', (error) => reject(Object.assign(error, { status: answer.statusCode, body })));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body,
          reusedSocket: request.reusedSocket,
        }),
      );
    });
    request.on('error', reject);
    request.end(options.body);
  });
}
