/** What must be nowhere, by what it is. */
export type Sought = Readonly<Record<string, readonly string[]>>;

/** A mask leaves ten characters of a secret, in two places; an excerpt in an error can be of any place. */
const PIECE = 12;
const STEP = 4;

const JWT = /eyJ[\w-]{8,}\.[\w-]+/;
const PEM = /-----BEGIN [A-Z ]*PRIVATE KEY/;

/** Tells of which kinds there is some in a text; and `a JWT` or `a PEM` for whichever they are. */
export function createFinder(sought: Sought): (text: string) => readonly string[] {
  const kindOf = new Map(
    Object.entries(sought).flatMap(([kind, words]) =>
      words.flatMap(piecesOf).map((piece) => [piece, kind] as const),
    ),
  );
  return (text) => {
    const found = new Set<string | undefined>();
    for (let at = 0; at + PIECE <= text.length; at += 1) found.add(kindOf.get(text.slice(at, at + PIECE)));
    return [
      ...Object.keys(sought).filter((kind) => found.has(kind)),
      ...(JWT.test(text) ? ['a JWT'] : []),
      ...(PEM.test(text) ? ['a PEM'] : []),
    ];
  };
}

function piecesOf(word: string): readonly string[] {
  const count = Math.floor((word.length - PIECE) / STEP) + 1;
  return Array.from({ length: count }, (_, index) => word.slice(index * STEP, index * STEP + PIECE));
}
