/**
 * A stranger's text without what could move the cursor, colour the screen or turn the order of letters: a
 * server and its certificate can say anything. Line breaks stay.
 */
export const printable = (text: string): string => text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, '');

/** The same for a place in a line of ours: what it says in many lines is told in one. */
export const printableLine = (text: string): string => printable(text.replaceAll(/\s+/g, ' '));
