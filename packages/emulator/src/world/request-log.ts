/** What is kept of a request to a vendor's endpoint. Never its Authorization. */
export interface RecordedRequest {
  readonly operation: 'revoke' | 'send';
  readonly method: string;
  readonly path: string;
  /** What stands in the path: of a revoke the client id, of a send the project id. */
  readonly id: string;
  readonly pushType?: string;
  readonly notifyId?: number;
  /** How many tokens the body named, as far as it could be read. */
  readonly tokenCount: number;
  /** The tokens themselves, if the emulator was told to keep them. */
  readonly tokens?: readonly string[];
  readonly bodyBytes: number;
  /** What the JWT said, once it was found good. Tells one credential from another without keeping it. */
  readonly credential?: { readonly keyId: string; readonly issuedAt: number; readonly expiresAt: number };
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** What became of it: `status` and `code` are missing where no answer was sent. */
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
  /** The fault that was played, if any. */
  readonly fault?: string;
  /** Whether the emulator did what was asked, whatever it answered. */
  readonly acted: boolean;
}

/** The latest requests, in the order in which they came. */
export class RequestLog {
  readonly #capacity: number;
  #requests: RecordedRequest[] = [];

  /** @param capacity - how many to keep; older ones are forgotten. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(request: RecordedRequest): void {
    this.#requests.push(request);
    // Cut in large steps: shifting by one with every request would copy the array each time.
    if (this.#requests.length >= 2 * this.#capacity) this.#requests = this.list();
  }

  list(): RecordedRequest[] {
    return this.#requests.slice(-this.#capacity);
  }

  clear(): void {
    this.#requests = [];
  }
}
