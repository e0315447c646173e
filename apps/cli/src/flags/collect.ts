/** Gathers what a repeatable flag is given, for commander. */
export const collect = (value: string, values: readonly string[] = []): readonly string[] => [
  ...values,
  value,
];
