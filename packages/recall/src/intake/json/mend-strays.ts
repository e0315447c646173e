/** A character in well-formed UTF-8 (Unicode standard, table 3-7), or else a byte that is part of none. */
const CHARACTER =
  /[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;

/**
 * JSON, a byte a character, whose stray bytes, which are no UTF-8, are written as escapes of half a surrogate pair. A
 * JSON parser takes those, and the strings that hold them are known by them afterwards, while all the others stay
 * whole.
 */
export function mendStrays(json: string): string {
  return json.replace(CHARACTER, (character, stray?: string) =>
    stray === undefined ? character : `\\udc${stray.charCodeAt(0).toString(16)}`,
  );
}
