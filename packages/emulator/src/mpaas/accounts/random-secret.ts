const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `length` letters and digits that nobody can guess. */
export function randomSecret(length: number): string {
  const bits = crypto.getRandomValues(new Uint32Array(length));
  return Array.from(bits, (value) => ALPHABET.charAt(value % ALPHABET.length)).join('');
}
