import fc from 'fast-check';
import { expect } from 'vitest';
import { AT, endOf, recordOf } from '../../../../src/contract/ledger/steps.ts';
import type { Concluded, Ledger, LedgerState, SettledSpans } from '../../../../src/ledger/ledger.ts';
import { countOf, joinSpans, sliceSpans, withoutSpans, type Spans } from '../../../../src/spans/spans.ts';

const TARGETS = 100;

/** What the engine could do next; the numbers choose among what is legal at that moment. */
export type Move =
  | ({ readonly do: 'send' | 'again' | 'carve' | 'conclude' } & Choice)
  | { readonly do: 'crash' | 'end'; readonly retryUnknown: boolean };

interface Choice {
  readonly which: number;
  readonly size: number;
}

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('send', 'again', 'carve', 'conclude', 'conclude'),
      which: fc.nat(1000),
      size: fc.nat(1000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('crash', 'end'), retryUnknown: fc.boolean() }) },
);

export const anyMoves: fc.Arbitrary<readonly Move[]> = fc.array(anyMove, { minLength: 5, maxLength: 40 });

/** Two ledgers of the same recall. */
export interface Both {
  /** Takes both from whoever had them. */
  take(): readonly [Ledger, Ledger];
  check(state: LedgerState, other: LedgerState): void;
}

/** A batch as the engine has it in mind. */
interface Batch {
  readonly batch: number;
  readonly parent?: number;
  readonly spans: Spans;
  readonly attempts: number;
  readonly inFlight: boolean;
}

/** Plays the moves on both ledgers, and looks at them whenever a session begins. */
export async function play(both: Both, moves: readonly Move[]): Promise<void> {
  let ledgers = both.take();
  const numbers = createNumbers();
  const batches = new Map<number, Batch>();
  let covered: Spans = [];

  const begin = async (retryUnknown: boolean): Promise<void> => {
    ledgers = both.take();
    const [state, other] = await Promise.all(ledgers.map((one) => one.begin({ at: AT, retryUnknown })));
    both.check(state!, other!);
    expect(state!.covered).toEqual(covered);
    const before = new Map(batches);
    batches.clear();
    for (const { batch, spans } of state!.open) {
      batches.set(batch, { attempts: 0, ...before.get(batch), batch, spans, inFlight: false });
    }
    numbers.goOnAt(state!.nextBatch);
  };
  const keep = (changed: Batch): void => {
    if (changed.spans.length > 0) batches.set(changed.batch, changed);
    else batches.delete(changed.batch);
  };
  const send = async (batch: Omit<Batch, 'inFlight'>): Promise<void> => {
    const { attempts: attempt, ...sending } = batch;
    const at = AT + batch.batch;
    for (const one of ledgers) await one.sending({ ...sending, attempt, at, repeats: attempt > 1 });
    keep({ ...batch, inFlight: true });
  };
  const conclude = async (chosen: Batch, move: Choice): Promise<void> => {
    const parent = chosen.parent === undefined ? undefined : batches.get(chosen.parent);
    const mayReturn = chosen.parent !== undefined && parent?.inFlight !== true;
    const concluded = concludedOf(chosen, move, { returned: mayReturn && move.size % 2 === 0 });
    await Promise.all(ledgers.map((one) => one.verdict(concluded)));
    const attempts = concluded.keptBack ? chosen.attempts - 1 : chosen.attempts;
    const { rest, returned } = concluded;
    keep({ ...chosen, attempts, spans: returned ? [] : rest, inFlight: false });
    if (!returned || rest.length === 0) return;
    const back = parent ?? { batch: chosen.parent!, spans: [], attempts: 0, inFlight: false };
    keep({ ...back, spans: joinSpans([back.spans, rest]) });
  };

  await begin(false);
  for (const move of moves) {
    if ('retryUnknown' in move) {
      if (move.do === 'end') for (const one of ledgers) await one.end(endOf('stopped'));
      await begin(move.retryUnknown);
      continue;
    }
    const those = [...batches.values()].filter(({ inFlight }) => inFlight === (move.do === 'conclude'));
    const chosen = those[move.which % those.length];
    const free = withoutSpans([[0, TARGETS]], covered);
    if (move.do === 'send' && free.length > 0) {
      const spans = someOf(free, move);
      covered = joinSpans([covered, spans]);
      await send({ batch: numbers.next(move), spans, attempts: 1 });
    }
    if (chosen === undefined) continue;
    if (move.do === 'again') await send({ ...chosen, attempts: chosen.attempts + 1 });
    if (move.do === 'carve') {
      const spans = someOf(chosen.spans, move);
      await send({ batch: numbers.next(move), parent: chosen.batch, spans, attempts: 1 });
      keep({ ...chosen, spans: withoutSpans(chosen.spans, spans) });
    }
    if (move.do === 'conclude') await conclude(chosen, move);
  }
  await begin(false);
}

/** Numbers that were never used, in any order: some are passed over, and come later. */
function createNumbers() {
  let top = 1;
  let passed: number[] = [];
  return {
    next({ which, size }: Choice): number {
      const late = size % 2 === 0 ? passed.pop() : undefined;
      if (late !== undefined) return late;
      const number = top + (which % 3);
      while (top < number) passed.push(top++);
      return top++;
    },
    goOnAt(number: number): void {
      top = number;
      passed = passed.filter((one) => one < number);
    },
  };
}

/** Some targets, at least one: side by side but for what lies between, or a few of every ten. */
function someOf(spans: Spans, { which, size }: Choice): Spans {
  const count = countOf(spans);
  const from = which % count;
  const part = sliceSpans(spans, from, from + 1 + (size % 30));
  const combed = withoutSpans(
    part,
    Array.from({ length: TARGETS / 10 }, (_, ten) => [ten * 10 + 3, ten * 10 + 6]),
  );
  return which % 4 === 0 && combed.length > 0 ? combed : part;
}

function concludedOf(
  { batch, spans, attempts }: Batch,
  { which, size }: Choice,
  { returned }: { readonly returned: boolean },
): Concluded {
  const count = countOf(spans);
  const keptBack = size % 7 === 0;
  const [first, second] = [which % (count + 1), size % (count + 1)].sort((one, other) => one - other) as [number, number]; // prettier-ignore
  const ends: readonly SettledSpans[] = [
    { outcome: 'accepted', spans: sliceSpans(spans, 0, first), code: '80000000', requestId: `id-${batch}` },
    { outcome: which % 2 === 0 ? 'rejected' : 'unknown', spans: sliceSpans(spans, first, second), code: '80300007', reason: 'illegal' }, // prettier-ignore
  ];
  return {
    batch,
    attempt: attempts,
    settled: keptBack ? [] : ends.filter((end) => end.spans.length > 0),
    rest: keptBack ? spans : sliceSpans(spans, second, count),
    returned,
    mayHaveBeenReceived: which % 3 === 0,
    keptBack,
    throttled: !keptBack && size % 5 === 0,
    record: { ...recordOf(batch, attempts), ...(which % 5 < 2 && { advice: 'retry', message: 'later' }) },
  };
}
