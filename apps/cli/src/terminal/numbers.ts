const MINUTE = 60;
const HOUR = 3600;

const grouped = new Intl.NumberFormat('en');

/** `1234567` as `1,234,567`. */
export const formatCount = (count: number): string => grouped.format(count);

/** `one token`, `1,000 tokens`. */
export const formatPlural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** The same, with a thing that is called otherwise by each vendor. */
export const formatNoun = (
  count: number,
  { one, many }: { readonly one: string; readonly many: string },
): string => formatPlural(count, one, many);

/** Milliseconds as people say them: `0.4 s`, `12 s`, `2 min 47 s`, `1 h 05 min`. */
export function formatDuration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < MINUTE) return `${seconds} s`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ${pad(seconds % MINUTE)} s`;
  const minutes = Math.round(seconds / MINUTE);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
