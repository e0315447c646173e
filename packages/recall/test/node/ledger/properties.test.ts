import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRACT_FACTS } from '../../../src/contract/index.ts';
import { memoryLedger } from '../../../src/ledger/memory-ledger.ts';
import { webEvidence } from '../../../src/ledger/web-evidence.ts';
import { openLedgers, type OwnedLedger } from '../../../src/node/index.ts';
import { countOf } from '../../../src/spans/spans.ts';
import { anyMoves, play, type Both } from './support/play-ledger.ts';
import { temporaryDirectory } from './support/ledgers.ts';

const ID = CONTRACT_FACTS.recallId;

describe('any run of a recall, with crashes at any moment', () => {
  it('keeps each target in one place, and the file and the memory agree on all of it', async () => {
    const directory = temporaryDirectory();
    await fc.assert(
      fc.asyncProperty(anyMoves, async (moves) => {
        rmSync(directory, { recursive: true, force: true });
        const ledgers = openLedgers({ directory, newId: () => ID });
        let owner: OwnedLedger = ledgers
          .reserve()
          .create({ facts: CONTRACT_FACTS, settings: {}, again: false });
        const memory = memoryLedger(webEvidence(CONTRACT_FACTS, new Uint8Array(32)));
        const both: Both = {
          take: () => {
            owner.close();
            owner = ledgers.open(ID);
            return [owner, memory];
          },
          check: (state, other) => {
            expect(state).toEqual(other);
            const reader = ledgers.read(ID);
            const outcomes = [...reader.outcomes()];
            expect(outcomes).toEqual([...memory.outcomes()]);
            expect([...reader.evidence()]).toEqual(memory.evidence());
            const { unknown, notAttempted, accepted, rejected } = reader.summary().targets;
            reader.close();
            const sum = (outcome: string): number =>
              countOf(outcomes.filter((one) => one.outcome === outcome).map(({ span }) => span));
            expect({ accepted, rejected, unknown, notAttempted }).toEqual({
              accepted: sum('accepted'),
              rejected: sum('rejected'),
              unknown: sum('unknown'),
              notAttempted: sum('not-attempted'),
            });
            expect(outcomes.map(({ span }) => span[0])).toEqual([
              0,
              ...outcomes.slice(0, -1).map(({ span }) => span[1]),
            ]);
          },
        };
        await play(both, moves);
        owner.close();
      }),
      { numRuns: 60 },
    );
  });
});
