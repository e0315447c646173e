/** A key, or the JWT of an identity provider, is a few KB at most. */
const MOST_CHARACTERS = 16_384;

/** Whether a text can be the value of a header that holds a secret: one word, and nothing that ends the header. */
export const isWord = (text: string): boolean =>
  /^[\x21-\x7e]+$/.test(text) && text.length <= MOST_CHARACTERS;
