const DAY_MS = 86_400_000;
/** The vendor is in China, and so is its clock; the pages do not say so. */
const CHINA_MS = 8 * 3_600_000;
/** More would fill the list of schedulers with what nobody waits for. */
export const MOST_TIMES = 500;

/** When a push is to be repeated. */
export interface Loop {
  /** Milliseconds since 1970, as is `endTime`. */
  readonly startTime: number;
  readonly endTime: number;
  /** 1 every day, 2 on days of the week (1 Monday to 7), 3 on days of the month. */
  readonly circleType: 1 | 2 | 3;
  readonly circleValue: readonly number[];
  /** The time of day, `HH:mm:ss`. */
  readonly time: string;
}

/** Every moment of a loop, the first {@link MOST_TIMES} and one more at the most. */
export function loopTimes({ startTime, endTime, circleType, circleValue, time }: Loop): readonly number[] {
  const times: number[] = [];
  const ofDay = Date.parse(`1970-01-01T${time}Z`);
  const firstDay = Math.floor((startTime + CHINA_MS) / DAY_MS) * DAY_MS;
  for (let day = firstDay; day - CHINA_MS <= endTime && times.length <= MOST_TIMES; day += DAY_MS) {
    const at = day + ofDay - CHINA_MS;
    if (at < startTime || at > endTime) continue;
    if (circleType === 1 || circleValue.includes(placeOf(day, circleType))) times.push(at);
  }
  return times;
}

function placeOf(day: number, circleType: 2 | 3): number {
  const date = new Date(day);
  return circleType === 3 ? date.getUTCDate() : date.getUTCDay() === 0 ? 7 : date.getUTCDay();
}
