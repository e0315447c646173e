/**
 * Text as RFC 3986 has it in a URL, a form or a signature of Alibaba Cloud: all but letters, digits and `-_.~` is
 * percent-encoded, a space as `%20`. The text must be well formed.
 */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
