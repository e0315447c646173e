/** The same without these fields. */
export const without = <T extends object, K extends keyof T>(fields: T, names: readonly K[]): Omit<T, K> =>
  // The cast: Object.fromEntries forgets which names there are
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.some((one) => one === name))) as Omit<
    T,
    K
  >;
