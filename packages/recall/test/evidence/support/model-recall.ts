import type { EvidenceRecord, NotAccepted } from '../../../src/evidence/record.ts';
import { countOf, sliceSpans, spansOf, withoutSpans, type Spans } from '../../../src/spans/spans.ts';
import type { TargetCounts } from '../../../src/summary/summary.ts';
import { end, header, session, verdict } from './records.ts';
import { digestOf } from './write-evidence.ts';

export const KEY = { recallId: 'r-1', key: new Uint8Array(32).fill(7) };

/** What a vendor can do with a request, as far as the evidence shows. */
const ANSWERS = ['accepted', 'accepted but some', 'some refused', 'divide', 'slower', 'none'] as const;

type Answer = (typeof ANSWERS)[number];

/** What a recall is played from. */
export interface Script {
  readonly targets: readonly string[];
  readonly passedOver: { readonly malformed: number; readonly duplicate: number };
  /** Each decides one thing; when they are used up, the first way is taken. */
  readonly choices: readonly number[];
}

interface Open {
  readonly batch: number;
  readonly parent?: number;
  readonly spans: Spans;
  readonly attempts: number;
}

/** A recall that goes by a script, and writes the records of its evidence. */
export class ModelRecall {
  readonly records: EvidenceRecord[];
  /** Positions that some request carried. */
  readonly carried = new Set<number>();
  readonly #script: Script;
  readonly #outcomes = new Map<number, 'accepted' | 'rejected' | 'unknown'>();
  readonly #requests = { sent: 0, retried: 0, throttled: 0 };
  readonly #open: Open[] = [];
  #next = 0;
  #batches = 0;
  #choice = 0;
  #atWork = false;

  constructor(script: Script) {
    this.#script = script;
    this.records = [header(script.targets.length, script.passedOver)];
  }

  /** Goes on until the choices are used up. */
  play(): void {
    while (this.#choice < this.#script.choices.length) {
      const what = this.#pick(8);
      if (what > 1) this.#request(ANSWERS[this.#pick(6)]!);
      else if (!this.#atWork || what === 1) this.#begin(this.#pick(2) === 1);
      else this.#end(end);
    }
  }

  /** Has all that is left accepted, and seals. */
  finish(): void {
    if (!this.#atWork) this.#begin(false);
    while (this.#open.length > 0 || this.#next < this.#script.targets.length) this.#request('accepted');
    this.#end({ type: 'seal', at: end.at, targets: this.counts(), requests: { ...this.#requests } });
  }

  /** Tries again behind the seal what is unknown, if anything is. */
  tryUnknownAgain(): void {
    if (this.#with('unknown').length === 0) return;
    this.#begin(true);
    this.finish();
  }

  counts(): TargetCounts {
    const { targets, passedOver } = this.#script;
    return {
      ...passedOver,
      read: targets.length + passedOver.malformed + passedOver.duplicate,
      accepted: this.#with('accepted').length,
      rejected: this.#with('rejected').length,
      unknown: this.#with('unknown').length,
      notAttempted: targets.length - this.#outcomes.size,
    };
  }

  #pick(below: number): number {
    return (this.#script.choices[this.#choice++] ?? 0) % below;
  }

  #with(outcome: string): readonly number[] {
    return [...this.#outcomes].filter(([, one]) => one === outcome).map(([at]) => at);
  }

  #begin(retryUnknown: boolean): void {
    const unknown = this.#with('unknown').toSorted((one, other) => one - other);
    const reopened = retryUnknown ? spansOf(unknown) : [];
    const lost = this.#open
      .slice(0, this.#pick(2))
      .map(({ batch, attempts, spans }) => ({ batch, attempt: attempts + 1, targets: spans }));
    this.#requests.sent += lost.length;
    for (const position of positionsOf(reopened)) this.#outcomes.delete(position);
    this.#opens(reopened);
    this.records.push(
      session({ ...(lost.length > 0 && { lost }), ...(reopened.length > 0 && { reopened }) }),
    );
    this.#atWork = true;
  }

  #end(record: EvidenceRecord): void {
    this.records.push(record);
    this.#atWork = false;
  }

  #opens(spans: Spans, parent?: number): void {
    if (countOf(spans) === 0) return;
    this.#batches += 1;
    this.#open.push({ batch: this.#batches, spans, attempts: 0, ...(parent !== undefined && { parent }) });
  }

  #request(answer: Answer): void {
    if (!this.#atWork) this.#begin(this.#pick(2) === 1);
    if (this.#open.length === 0 || this.#pick(2) === 1) {
      const from = this.#next;
      this.#next = Math.min(from + 1 + this.#pick(9), this.#script.targets.length);
      if (this.#next > from) this.#opens([[from, this.#next]]);
    }
    const [work] = this.#open.splice(this.#pick(this.#open.length), 1);
    if (work !== undefined) this.#conclude(work, answer);
  }

  #conclude({ attempts, ...work }: Open, answer: Answer): void {
    const { batch, parent, spans } = work;
    const all = positionsOf(spans);
    const half = Math.ceil(all.length / 2);
    const some = spansOf(all.filter((_, index) => index % 3 === 1));
    const others = withoutSpans(spans, some);
    let accepted: Spans = [];
    let notAccepted: readonly NotAccepted[] = [];
    switch (answer) {
      case 'accepted':
        accepted = spans;
        break;
      case 'accepted but some':
        [accepted, notAccepted] = [others, this.#named(some, 'rejected')];
        break;
      case 'some refused':
        notAccepted = this.#named(some, 'rejected');
        this.#opens(others, batch);
        break;
      case 'divide':
        this.#opens(sliceSpans(spans, 0, half), batch);
        this.#opens(sliceSpans(spans, half, all.length), batch);
        break;
      case 'slower':
        this.#open.push({ ...work, attempts: attempts + 1 });
        this.#requests.throttled += 1;
        break;
      case 'none':
        notAccepted = this.#named(spans, 'unknown');
        break;
    }
    for (const at of all) this.carried.add(at);
    for (const at of positionsOf(accepted)) this.#outcomes.set(at, 'accepted');
    for (const { at, outcome } of notAccepted) this.#outcomes.set(at, outcome);
    this.#requests.sent += 1;
    this.records.push(
      verdict({
        batch,
        ...(parent !== undefined && { parent }),
        attempt: attempts + 1,
        targets: spans,
        digest: digestOf(
          KEY.key,
          all.map((at) => this.#target(at)),
        ),
        about: answer === 'slower' ? 'quota' : 'success',
        ...(accepted.length > 0 && { accepted }),
        ...(notAccepted.length > 0 && { notAccepted }),
      }),
    );
  }

  /** Not in the order of their positions: a vendor names them as it likes. */
  #named(spans: Spans, outcome: NotAccepted['outcome']): readonly NotAccepted[] {
    return positionsOf(spans)
      .toReversed()
      .map((at) => ({ at, outcome, reason: 'no', digest: digestOf(KEY.key, this.#target(at)) }));
  }

  #target(at: number): string {
    return this.#script.targets[at]!;
  }
}

const positionsOf = (spans: Spans): readonly number[] =>
  spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index));
