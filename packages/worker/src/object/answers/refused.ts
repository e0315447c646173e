import type { GatewayKind, ProblemFacts } from '@unpush/recall/problems';

/** What is wrong with a request, where no error of ours says so. */
export class Refused extends Error {
  readonly kind: GatewayKind;
  readonly facts: ProblemFacts;

  constructor(kind: GatewayKind, facts: ProblemFacts = {}) {
    super(facts.detail ?? kind);
    this.kind = kind;
    this.facts = facts;
  }
}
