/** An id as a part of a file's name, on every system: what could be a path or a wildcard is written in numbers. */
export const fileNameOf = (id: string): string =>
  id.replaceAll(/[^\w.-]/gu, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}`);
