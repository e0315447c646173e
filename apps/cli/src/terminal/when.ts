/** A moment as a person reads it, in the time of this machine, and which that is: `2026-01-31 02:07 +08:00`, `… UTC`. */
export function whenOf(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())} ${zoneOf(date)}`;
}

/** What is to be added to UTC. */
function zoneOf(date: Date): string {
  const ahead = -date.getTimezoneOffset();
  if (ahead === 0) return 'UTC';
  const minutes = Math.abs(ahead);
  return `${ahead < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
