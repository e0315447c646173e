/** A moment as a person reads it, in the time of this machine: `2026-01-31 02:07`. */
export function whenOf(at: number): string {
  const date = new Date(at);
  const pad = (number: number): string => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
