import type { GatewayKind, ProblemFacts } from '@unpush/recall/problems';

/** What goes with a refusal. */
export interface RefusalFacts extends ProblemFacts {
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that the door does not let through. */
export class Refusal extends Error {
  readonly kind: GatewayKind;
  readonly facts: ProblemFacts;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: GatewayKind, { headers = {}, ...facts }: RefusalFacts = {}) {
    super(kind);
    this.kind = kind;
    this.facts = facts;
    this.headers = headers;
  }
}
