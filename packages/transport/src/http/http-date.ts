/** An HTTP date in milliseconds since 1970, or `undefined` if there is none that can be read. */
export function httpDateMs(text: string | undefined): number | undefined {
  // `Date.parse` alone would take "5" or "soon 1" for a date
  if (text === undefined || !/^\s*[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d/.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
