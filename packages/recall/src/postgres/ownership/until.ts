/** So many milliseconds from now, by the clock of the database, so that those of the machines do not matter. */
export const untilIn = (parameter: string): string =>
  `clock_timestamp() + ${parameter}::float8 * interval '1 millisecond'`;
