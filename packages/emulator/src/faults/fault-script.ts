import type { Random } from '../random.ts';
import { type CompleteFault, type Fault, type FinalFault, faultSchema } from './fault.ts';

type Match = NonNullable<CompleteFault['match']>;

/** What a fault can be chosen by: the facts of a request, and the targets it names. */
export interface FaultSubject {
  readonly facts: Readonly<Partial<Omit<Match, 'target' | 'token' | 'minTokens'>>>;
  readonly targets: readonly string[];
}

/** What the script says of one request. */
export interface FaultPlan {
  readonly latencyMs: number;
  readonly clockOffsetMs: number;
  readonly final: FinalFault | undefined;
}

/** A fault and what is left of it. */
export interface FaultState {
  readonly fault: CompleteFault;
  /** How many requests have met it. */
  readonly played: number;
}

interface Line {
  readonly fault: CompleteFault;
  matched: number;
  played: number;
}

/**
 * The faults, in order. Every `latency` and `clock` that matches goes with a request; of the others the first
 * that matches decides, so "502 twice, then good" is one line with `times: 2`.
 */
export class FaultScript {
  readonly #random: Random;
  #lines: readonly Line[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * Replaces the script.
   *
   * @throws ZodError if a fault is not of the documented shape.
   */
  set(faults: readonly Fault[]): void {
    this.#lines = faults.map((fault) => ({ fault: faultSchema.parse(fault), matched: 0, played: 0 }));
  }

  /** Puts one fault at the script's end. */
  add(fault: Fault): void {
    this.#lines = [...this.#lines, { fault: faultSchema.parse(fault), matched: 0, played: 0 }];
  }

  clear(): void {
    this.#lines = [];
  }

  list(): readonly FaultState[] {
    return this.#lines.map(({ fault, played }) => ({ fault, played }));
  }

  /** What is to become of a request; uses up what it names. */
  plan(subject: FaultSubject): FaultPlan {
    let latencyMs = 0;
    let clockOffsetMs = 0;
    for (const line of this.#lines) {
      if (!this.#meets(line, subject)) continue;
      line.played += 1;
      const { action } = line.fault;
      if (action.type === 'latency') latencyMs += action.ms + this.#random() * (action.jitterMs ?? 0);
      else if (action.type === 'clock') clockOffsetMs += action.offsetMs;
      else return { latencyMs, clockOffsetMs, final: action };
    }
    return { latencyMs, clockOffsetMs, final: undefined };
  }

  #meets(line: Line, subject: FaultSubject): boolean {
    const { times = Infinity, skip = 0, probability = 1 } = line.fault;
    if (line.played >= times || !matches(line.fault, subject)) return false;
    line.matched += 1;
    return line.matched > skip && (probability === 1 || this.#random() < probability);
  }
}

function matches({ match = {} }: CompleteFault, { facts, targets }: FaultSubject): boolean {
  const { target, token, minTokens, ...wanted } = match;
  return (
    isPartOf(wanted, facts) &&
    (minTokens === undefined || targets.length >= minTokens) &&
    (target === undefined || targets.includes(target)) &&
    (token === undefined || targets.includes(token))
  );
}

function isPartOf(wanted: FaultSubject['facts'], facts: FaultSubject['facts']): boolean {
  const all: Readonly<Record<string, unknown>> = facts;
  return Object.entries(wanted).every(([name, value]) => value === undefined || value === all[name]);
}
