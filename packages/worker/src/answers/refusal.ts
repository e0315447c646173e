import type { GatewayKind, ProblemFacts } from '@unpush/recall/problems';

/** What goes with a refusal. */
export interface RefusalFacts extends ProblemFacts {
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log. */
  readonly cause?: unknown;
}

/** What is wrong with a request, where no error of ours says so. */
export class Refusal extends Error {
  readonly kind: GatewayKind;
  readonly facts: ProblemFacts;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: GatewayKind, { headers = {}, cause, ...facts }: RefusalFacts = {}) {
    super(kind, { cause });
    this.kind = kind;
    this.facts = facts;
    this.headers = headers;
  }
}
