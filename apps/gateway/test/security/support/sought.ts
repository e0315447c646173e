/** What must be nowhere, by what it is. */
export type Sought = Readonly<Record<string, readonly string[]>>;

/** Where a cut or a mask leaves some of it, the middle is what tells that it was there. */
const PIECE = 40;

/** The middle of a long text, as it stands in any form of it; a short one whole. */
const pieceOf = (text: string): string => {
  const from = Math.floor((text.length - PIECE) / 2);
  return from <= 0 ? text : text.slice(from, from + PIECE);
};

/** Three parts, or two with the third cut off. */
const JWT = /eyJ[\w-]{8,}\.[\w-]+/;
const PEM = /-----BEGIN [A-Z ]*PRIVATE KEY/;

/** What of it is in a text: kinds with the pieces found, and `a JWT`, `a PEM` for whichever they are. */
export function foundIn(text: string, sought: Sought): readonly string[] {
  const found = Object.entries(sought).filter(([, words]) =>
    words.some((word) => text.includes(pieceOf(word))),
  );
  return [
    ...found.map(([kind]) => kind),
    ...(JWT.test(text) ? ['a JWT'] : []),
    ...(PEM.test(text) ? ['a PEM'] : []),
  ];
}
