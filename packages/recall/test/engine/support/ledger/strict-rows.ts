import type { Outcome } from '@unpush/core';
import type { Concluded, LedgerState, OpenBatch, Sending } from '../../../../src/ledger/ledger.ts';
import { countOf, joinSpans, spansOf, withoutSpans, type Spans } from '../../../../src/spans/spans.ts';

interface Row {
  readonly batch: number;
  spans: Spans;
  attempts: number;
  /** The request without a verdict. */
  underWay: { readonly repeats: boolean } | undefined;
  parent: number | undefined;
}

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`the ledger was told what does not fit: ${what}`);
}

const same = (one: Spans, other: Spans): boolean => JSON.stringify(one) === JSON.stringify(other);

const each = (spans: Spans): readonly number[] =>
  spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index));

/** All of them, which must not overlap. */
function disjoint(all: readonly Spans[], what: string): Spans {
  const joined = joinSpans(all);
  must(new Set(all.flatMap(each)).size === all.reduce((sum, spans) => sum + countOf(spans), 0), what);
  return joined;
}

/** The rows of a strict ledger: each position is in one of them, or has its outcome, or was never sent. */
export class Rows {
  readonly outcomes = new Map<number, { outcome: Outcome; code: string | undefined }>();
  readonly touched = new Set<number>();
  readonly requests = { sent: 0, retried: 0, throttled: 0 };
  readonly #rows = new Map<number, Row>();
  nextBatch = 1;

  open(): readonly OpenBatch[] {
    return [...this.#rows.values()]
      .filter(({ spans }) => spans.length > 0)
      .map(({ batch, spans }) => ({ batch, spans, mayHaveBeenReceived: this.#isTouched(spans) }))
      .sort((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0));
  }

  covered(): Spans {
    const settled = spansOf([...this.outcomes.keys()].sort((one, other) => one - other));
    return disjoint(
      [settled, ...[...this.#rows.values()].map(({ spans }) => spans)],
      'a position is in two places',
    );
  }

  settled(): LedgerState['settled'] {
    const settled = { accepted: 0, rejected: 0, unknown: 0 };
    for (const { outcome } of this.outcomes.values()) if (outcome !== 'not-attempted') settled[outcome] += 1;
    return settled;
  }

  codes(): Readonly<Record<string, number>> {
    const codes: Record<string, number> = {};
    for (const { code } of this.outcomes.values())
      if (code !== undefined) codes[code] = (codes[code] ?? 0) + 1;
    return codes;
  }

  /** A new process takes over: of what was under way nobody knows. */
  openAgain(): void {
    for (const row of this.#rows.values()) {
      // A row has one flag: what went back into it and may have arrived says so of all of it
      if (row.underWay !== undefined || this.#isTouched(row.spans)) this.#touch(row.spans);
      row.underWay = undefined;
      row.parent = undefined;
      if (row.spans.length === 0) this.#rows.delete(row.batch);
    }
  }

  reopenUnknown(): void {
    const positions = [...this.outcomes].filter(([, { outcome }]) => outcome === 'unknown').map(([at]) => at);
    if (positions.length === 0) return;
    for (const position of positions) this.outcomes.delete(position);
    const spans = spansOf(positions.sort((one, other) => one - other));
    this.#put({ batch: this.nextBatch, spans, attempts: 0, underWay: undefined, parent: undefined });
  }

  sending({ batch, attempt, parent, spans, repeats }: Sending): void {
    must(countOf(spans) > 0, `batch ${batch} is empty`);
    const known = this.#rows.get(batch);
    if (known === undefined) this.#make({ batch, parent, spans });
    else must(parent === undefined && same(known.spans, spans), `batch ${batch} holds other targets`);
    const row = this.#row(batch);
    must(row.underWay === undefined, `batch ${batch} is under way`);
    must(attempt === row.attempts + 1, `attempt ${attempt} of batch ${batch} follows ${row.attempts}`);
    row.attempts = attempt;
    row.underWay = { repeats };
    this.requests.sent += 1;
    if (repeats) this.requests.retried += 1;
  }

  verdict(concluded: Concluded): void {
    const { batch, attempt, settled, rest, returned, keptBack, throttled, record } = concluded;
    const row = this.#row(batch);
    must(
      row.underWay !== undefined && row.attempts === attempt,
      `no request ${attempt} of ${batch} is under way`,
    );
    const all = disjoint(
      [rest, ...settled.map(({ spans }) => spans)],
      `batch ${batch} settles a target twice`,
    );
    must(same(all, row.spans), `the verdict on batch ${batch} is about other targets`);
    must(
      record.batch === batch && record.attempt === attempt && same(record.targets, row.spans),
      'another record',
    );
    must(!keptBack || settled.length === 0, `batch ${batch} was kept back, and settled`);
    const { mayHaveBeenReceived } = concluded;
    must(
      mayHaveBeenReceived || !this.#isTouched(row.spans),
      `batch ${batch} may have arrived, and that was forgotten`,
    );
    if (mayHaveBeenReceived) this.#touch(row.spans);
    if (keptBack) {
      this.requests.sent -= 1;
      if (row.underWay.repeats) this.requests.retried -= 1;
    }
    if (throttled) this.requests.throttled += 1;
    row.underWay = undefined;
    for (const { outcome, spans, code } of settled) {
      must(
        outcome !== 'rejected' || !mayHaveBeenReceived,
        `batch ${batch}: rejected, though it may have arrived`,
      );
      for (const position of each(spans)) this.outcomes.set(position, { outcome, code });
    }
    row.spans = returned ? [] : rest;
    if (returned) this.#giveBack(row, rest);
  }

  #make({ batch, parent, spans }: Omit<Row, 'attempts' | 'underWay'>): void {
    if (parent === undefined) {
      for (const position of each(spans)) must(!this.outcomes.has(position), `${position} has its outcome`);
      disjoint(
        [spans, ...[...this.#rows.values()].map((row) => row.spans)],
        `batch ${batch} is in another one`,
      );
    } else {
      const from = this.#row(parent);
      must(from.underWay === undefined, `batch ${parent} is under way`);
      const left = withoutSpans(from.spans, spans);
      must(countOf(left) + countOf(spans) === countOf(from.spans), `batch ${batch} is not in ${parent}`);
      from.spans = left;
    }
    this.#put({ batch, spans, attempts: 0, underWay: undefined, parent });
  }

  #giveBack({ parent, batch }: Row, rest: Spans): void {
    must(parent !== undefined, `batch ${batch} was not taken out of another one`);
    const root = this.#row(parent);
    const others = withoutSpans(root.spans, rest);
    must(
      !this.#isTouched(rest) || each(others).every((position) => this.touched.has(position)),
      `batch ${batch} may have arrived, and batch ${parent} it goes back to has not`,
    );
    root.spans = disjoint([root.spans, rest], `batch ${parent} got back what it had`);
  }

  #isTouched(spans: Spans): boolean {
    return each(spans).some((position) => this.touched.has(position));
  }

  #touch(spans: Spans): void {
    for (const position of each(spans)) this.touched.add(position);
  }

  #put(row: Row): void {
    must(!this.#rows.has(row.batch), `batch ${row.batch} is there already`);
    this.#rows.set(row.batch, row);
    this.nextBatch = Math.max(this.nextBatch, row.batch + 1);
  }

  #row(batch: number): Row {
    const row = this.#rows.get(batch);
    must(row !== undefined, `batch ${batch} is not known`);
    return row;
  }
}
