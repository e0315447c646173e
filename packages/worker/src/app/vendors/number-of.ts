/** In a query numbers are text. What is no whole number stays as it is, for the check that names it. */
export const numberOf = (given: unknown): unknown =>
  typeof given === 'string' && /^-?\d{1,16}$/.test(given) ? Number(given) : given;
