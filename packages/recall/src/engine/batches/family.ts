import type { Verdict } from '@unpush/core';
import type { Fed } from './feeder.ts';
import { joinPlaced, type Placed } from './placed.ts';

/** A batch of the input and what is left of it. One request at a time is under way with it. */
export interface Family {
  /** How many targets it was made of. */
  targets: number;
  /** Whether it is tried alone, before the rest. */
  readonly canary: boolean;
  /** What has no outcome and is not under way, in order. */
  rests: readonly Rest[];
  /** Single targets that were refused, perhaps not by their own fault: that shows when the canary is through. */
  held: readonly Held[];
  /** Of its targets, how many were accepted, refused by themselves, and never answered. */
  accepted: number;
  refused: number;
  unknown: number;
  /** How many of those that were refused were sent one by one. */
  refusedAlone: number;
  /** Whether some of it was refused together, so that the next requests carry less. */
  divided: boolean;
  /** Whether it was put off, since all of it seems to be refused. */
  putOff: boolean;
}

/** Targets that wait to be sent. */
export interface Rest {
  readonly placed: Placed;
  /** The open batch in the ledger that they are in; none before the first request with them. */
  readonly root: number | undefined;
  /** Whether all of them together were refused, so that one of them at least is bad. */
  readonly knownBad: boolean;
  /** Whether an exchange with them got no usable answer. Once true it stays so. */
  readonly mayHaveBeenReceived: boolean;
}

/** A single target that was refused, perhaps not by its own fault. */
export interface Held extends Rest {
  readonly refusal: Verdict;
}

/** What the feeder handed out, as it comes. */
export function familyOf({ placed, from }: Fed, { canary }: { readonly canary: boolean }): Family {
  const mayHaveBeenReceived = from?.mayHaveBeenReceived ?? false;
  const rest = { placed, root: from?.batch, knownBad: false, mayHaveBeenReceived };
  return {
    targets: placed.batch.count,
    canary,
    rests: [rest],
    held: [],
    accepted: 0,
    refused: 0,
    unknown: 0,
    refusedAlone: 0,
    divided: false,
    putOff: false,
  };
}

/** Takes all but the first `size` targets out of a family nothing was sent of yet, as another family. */
export function splitOff(family: Family, size: number): Family {
  const [rest] = family.rests;
  if (rest === undefined) throw new RangeError('a family with nothing left cannot be split');
  const part = (start: number, end: number) => ({
    targets: end - start,
    rests: [{ ...rest, placed: rest.placed.slice(start, end) }],
  });
  const others = { ...family, canary: false, ...part(size, rest.placed.batch.count) };
  Object.assign(family, part(0, size));
  return others;
}

/** Takes the first `size` targets of what is left, or fewer where fewer stand together. */
export function takeFirst(family: Family, size: number): Rest {
  const [first, ...others] = family.rests;
  if (first === undefined) throw new RangeError('nothing is left of this family');
  const { placed } = first;
  const { count } = placed.batch;
  if (size >= count) {
    family.rests = others;
    return first;
  }
  // Of a part of them nobody knows: the bad one may be in the other
  const cut = (start: number, end: number): Rest => ({
    ...first,
    placed: placed.slice(start, end),
    knownBad: false,
  });
  family.rests = [cut(size, count), ...others];
  return cut(0, size);
}

/** Puts targets back before all that is left, and joins what may go together again. */
export function putBack(family: Family, rests: readonly Rest[]): void {
  const joined: Rest[] = [];
  for (const rest of [...rests, ...family.rests]) {
    const last = joined.at(-1);
    if (last !== undefined && mayJoin(last, rest)) {
      joined[joined.length - 1] = { ...last, placed: joinPlaced(last.placed, rest.placed) };
    } else joined.push(rest);
  }
  family.rests = joined;
}

const mayJoin = (one: Rest, other: Rest): boolean =>
  !one.knownBad &&
  !other.knownBad &&
  one.root === other.root &&
  one.mayHaveBeenReceived === other.mayHaveBeenReceived;

/** The targets before turned out good, so the bad one must be among those that are left of the same group. */
export function blameFirst(family: Family): void {
  const [first, ...others] = family.rests;
  if (first !== undefined) family.rests = [{ ...first, knownBad: true }, ...others];
}
