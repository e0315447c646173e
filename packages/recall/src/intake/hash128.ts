/**
 * A keyed hash of 128 bits: whoever does not know the key cannot make two texts meet, and by chance two of ten
 * million meet less often than once in 10^24.
 *
 * Writes the hash of `text`, which is well-formed, to the four words of `into`.
 */
export type Hash128 = (text: string, into: Uint32Array) => void;
