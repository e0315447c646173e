/** One HTTP request, ready to leave: everything but the sending is done. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** An absolute URL, without credentials in it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Good until the sender has answered: its memory may then hold the next request's. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The headers of an answer, by name in whichever case. */
export interface AnswerHeaders {
  get(name: string): string | undefined;
}

/** What came back, before anyone has made sense of it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** The whole body as text (UTF-8), at most {@link MAX_ANSWER_BYTES}. */
  readonly body: string;
}

/** Options of one exchange. */
export interface SendOptions {
  /** Ends the exchange early; the sender then rejects with `failure: 'aborted'`. */
  readonly signal?: AbortSignal;
}

/**
 * The one seam to the network: sends a request once and gives back whatever answer came, of any status.
 *
 * It never follows a redirect and never repeats a request. It rejects with `NoAnswerError` and nothing else,
 * whose `mayHaveBeenReceived` is false only where it is certain that the request never left.
 */
export type HttpSender = (request: HttpRequest, options: SendOptions) => Promise<HttpAnswer>;

/** The longest answer that is read: the vendors' are a few hundred bytes, a full list of refused tokens 130 KB. */
export const MAX_ANSWER_BYTES = 1_048_576;
