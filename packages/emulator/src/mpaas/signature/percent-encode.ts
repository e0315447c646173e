/** RFC 3986: everything but unreserved characters, so a space is `%20` and `!'()*` are encoded as well. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
