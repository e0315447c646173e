import type { HttpAnswer, HttpRequest, HttpSender } from '../../src/index.ts';

/** An answer, as short as it can be said. */
export interface Scripted {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A sender that answers by a list (the last line for ever) and keeps what it was given. */
export interface ScriptedSender {
  readonly send: HttpSender;
  readonly requests: readonly HttpRequest[];
}

export function answering(...lines: readonly (Scripted | Error)[]): ScriptedSender {
  const requests: HttpRequest[] = [];
  const send: HttpSender = (request) => {
    const line = lines[Math.min(requests.length, lines.length - 1)] ?? {};
    requests.push(request);
    return line instanceof Error ? Promise.reject(line) : Promise.resolve(answerOf(line));
  };
  return { send, requests };
}

/** Huawei's answer with this code. */
export function coded(code: string, { status = 200, message = 'words', headers = {} } = {}): Scripted {
  return { status, headers, body: JSON.stringify({ code, msg: message, requestId: '1690000000001701' }) };
}

function answerOf({ status = 200, headers = {}, body = '' }: Scripted): HttpAnswer {
  return { status, body, headers: { get: (name) => headers[name.toLowerCase()] } };
}
