/** The version of this package, for the record. A test holds it against package.json, which no bundle has beside it. */
export const VERSION = '0.0.0';
