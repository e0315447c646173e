import * as fc from 'fast-check';
import { readSigningKey } from '../../../src/node/evidence/keys.ts';
import { signatureLine } from '../../../src/node/evidence/sign-evidence.ts';
import type { TargetCounts } from '../../../src/summary/summary.ts';
import { ModelRecall, type Script } from './model-recall.ts';
import { SIGNING_PEM } from './test-key.ts';
import { hashOf, writeEvidence } from './write-evidence.ts';

/** Valid evidence, and what is true of it. */
export interface AnyEvidence {
  readonly lines: readonly string[];
  readonly sealed: boolean;
  readonly signed: boolean;
  readonly headHash: string;
  readonly counts: TargetCounts;
  readonly targets: readonly string[];
  /** Positions that some request carried. */
  readonly carried: ReadonlySet<number>;
}

const target = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' });

const script: fc.Arbitrary<Script> = fc.record({
  targets: fc.uniqueArray(target, { maxLength: 30 }),
  passedOver: fc.record({ malformed: fc.nat(3), duplicate: fc.nat(3) }),
  choices: fc.array(fc.nat(999), { maxLength: 60 }),
});

const ending = fc.record({ finish: fc.boolean(), tryAgain: fc.boolean(), sign: fc.boolean() });

const key = readSigningKey(SIGNING_PEM);

/** Evidence of recalls that go every way a recall can go. */
export const anyEvidence: fc.Arbitrary<AnyEvidence> = fc
  .tuple(script, ending)
  .map(([played, { finish, tryAgain, sign }]) => {
    const recall = new ModelRecall(played);
    recall.play();
    if (finish) recall.finish();
    if (finish && tryAgain) recall.tryUnknownAgain();
    const lines = writeEvidence(recall.records);
    const headHash = hashOf(lines.at(-1)!);
    const signature = signatureLine({ seq: lines.length, hash: headHash }, key);
    return {
      lines: sign ? [...lines, signature] : lines,
      sealed: finish,
      signed: sign,
      headHash,
      counts: recall.counts(),
      targets: played.targets,
      carried: recall.carried,
    };
  });
