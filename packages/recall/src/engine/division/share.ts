/** Before anything is known, half a bad target in a hundred. Measured to be near the best for 1 to 500 in 1000. */
const FIRST_GUESS = { bad: 0.5, all: 100 };

/** How many targets of other batches may weigh as much as those of the batch itself. */
const MOST_WEIGHT = 300;

/** How many of some targets turned out bad. */
export interface Findings {
  readonly bad: number;
  readonly all: number;
}

/** What there is to go by. */
export interface Experience {
  /** How many targets the batch was made of. */
  readonly targets: number;
  readonly here: Findings;
  readonly elsewhere: Findings;
}

/** The share of bad targets to expect in the rest of a batch, by what it and all others have shown. */
export function expectedShare({ targets, here, elsewhere }: Experience): number {
  // Without a bad one elsewhere, that says little of a batch that is known to hold one
  const weight = elsewhere.bad === 0 ? 0 : Math.min(1, MOST_WEIGHT / elsewhere.all);
  const bad = here.bad + elsewhere.bad * weight + FIRST_GUESS.bad;
  // In a small batch a guess that weighs a hundred targets would never learn: there it is one bad in all of it
  const all = here.all + elsewhere.all * weight + Math.min(FIRST_GUESS.all, targets / 2);
  return Math.min(0.999, bad / all);
}
