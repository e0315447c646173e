import type { MpaasAction } from '../mpaas/actions.ts';

/** What a request says, as far as it is kept: never its Authorization, signature, secret or session token. */
export interface RequestFacts {
  readonly vendor: 'huawei' | 'mpaas';
  /** Of mPaaS the action; `unknown` for one that the emulator does not know. */
  readonly operation: 'revoke' | 'send' | MpaasAction | 'unknown';
  readonly method: string;
  readonly path: string;
  /** Of a revoke at Huawei the client id, of a send the project id; of mPaaS the AppId, empty if there is none. */
  readonly id: string;
  readonly pushType?: string;
  readonly notifyId?: number;
  readonly workspaceId?: string;
  readonly messageId?: string;
  readonly taskId?: string;
  /** How many targets the request named, as far as it could be read. */
  readonly tokenCount: number;
  /** The targets themselves, if the emulator was told to keep them. */
  readonly tokens?: readonly string[];
  readonly bodyBytes: number;
  /**
   * What the JWT or the signature said, once it was found good. Tells one credential from another without keeping
   * it. Seconds since 1970. A signature of mPaaS is good until its date is out of the time window.
   */
  readonly credential?: { readonly keyId: string; readonly issuedAt: number; readonly expiresAt: number };
}

/** What is kept of a request to a vendor's endpoint, and what became of it. */
export interface RecordedRequest extends RequestFacts {
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** `status` and `code` are missing where no answer was sent. */
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
