/** What is wrong, as RFC 9457 puts it (`application/problem+json`), with what we know beyond that. */
export interface UnpushProblem {
  /** Names the kind of problem, and leads to its description. Stable. */
  readonly type: string;
  /** The kind in a few words, in the caller's language. */
  readonly title: string;
  readonly status: number;
  /** What has happened this time, in the caller's language where the words are ours. */
  readonly detail: string;
  /** The `code` of the error; of what a gateway itself says, its kind in capitals. Stable. */
  readonly code: string;
  /** Of an invalid request: each thing that is wrong. */
  readonly errors?: readonly ProblemField[];
  /** Of a refusal: the vendor's own code. */
  readonly vendorCode?: string;
  /** Of a refusal: the vendor's name for the exchange, for a ticket. */
  readonly requestId?: string;
  /** Of a refusal that is known: what to check and do, in the caller's language. */
  readonly remedies?: readonly string[];
  /** Whether the vendor may have acted on the request all the same. */
  readonly mayHaveBeenReceived?: boolean;
  /** The recall it is about; where one exists already, that one. */
  readonly recallId?: string;
  /** Of a list that cannot be read: the line, counted from 1. */
  readonly line?: number;
  /** Of a part of a list that does not fit: where the list stands, in bytes after gunzip. */
  readonly offset?: number;
  /** Names this very answer, so that whoever runs the service finds it in the log. */
  readonly instance?: string;
}

/** One thing that is wrong with a request. */
export interface ProblemField {
  /** Where it stands in what our code was given, such as `notifyId` or `tokens.3`. */
  readonly field: string;
  readonly problem: string;
  /** The vendor's code that it would have got, where one stands for this very problem. */
  readonly code?: string;
}
