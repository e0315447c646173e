import type { Dispatcher } from 'undici';
import type { NoAnswerError } from '@unpush/core';
import { aborted, tooLate, tooLong } from '../http/endings.ts';
import { MAX_ANSWER_BYTES, type HttpAnswer } from '../http/http-sender.ts';
import type { Phase } from '../http/ended.ts';
import { noAnswer } from '../http/no-answer.ts';

/** What an exchange needs to know besides the request. */
export interface ExchangeOptions {
  readonly host: string;
  readonly answerMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Who waits for the exchange. */
export interface Waiting {
  readonly resolve: (answer: HttpAnswer) => void;
  readonly reject: (error: NoAnswerError) => void;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * One exchange, as undici's lowest interface tells of it.
 *
 * That interface is the fastest, and the only one that says when the first byte leaves: until
 * `onRequestStart` nothing was sent, whatever else happens.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #options: ExchangeOptions;
  readonly #waiting: Waiting;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #timer: NodeJS.Timeout | undefined;
  #phase: Phase = 'connecting';
  #settled = false;
  #bytes = 0;
  #status = 0;
  #headers: Headers = {};

  constructor(options: ExchangeOptions, waiting: Waiting) {
    this.#options = options;
    this.#waiting = waiting;
    options.signal?.addEventListener('abort', this.#onAbort, { once: true });
    if (options.signal?.aborted === true) this.#onAbort();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      controller.abort(new Error('given up before it was sent'));
      return;
    }
    this.#controller = controller;
    this.#phase = 'sent';
    this.#timer = setTimeout(this.#onLate, this.#options.answerMs);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return;
    this.#phase = 'answering';
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > MAX_ANSWER_BYTES) this.#fail(tooLong(this.#options.host));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.#settle()) return;
    const headers = this.#headers;
    this.#waiting.resolve({
      status: this.#status,
      headers: { get: (name) => [headers[name.toLowerCase()]].flat().join(', ') || undefined },
      body: textOf(this.#chunks),
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(noAnswer(error, { host: this.#options.host, phase: this.#phase }));
  }

  readonly #onLate = (): void => {
    const { host, answerMs } = this.#options;
    this.#fail(tooLate({ host, phase: this.#phase, afterMs: answerMs }));
  };

  readonly #onAbort = (): void => {
    const { host, signal } = this.#options;
    this.#fail(aborted({ host, phase: this.#phase, cause: signal?.reason }));
  };

  #fail(error: NoAnswerError): void {
    if (!this.#settle()) return;
    this.#controller?.abort(error);
    this.#waiting.reject(error);
  }

  /** False if it had been settled before: undici tells of an exchange that we ourselves ended, too. */
  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    return true;
  }
}

const decoder = new TextDecoder();

function textOf(chunks: readonly Buffer[]): string {
  const [only, ...more] = chunks;
  if (only === undefined) return '';
  return decoder.decode(more.length === 0 ? only : Buffer.concat(chunks));
}
