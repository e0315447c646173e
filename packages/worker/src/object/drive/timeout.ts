/** A time that passes, unless it is cleared. */
export function timeout(ms: number): { readonly passed: Promise<unknown>; readonly clear: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, ms, undefined);
  return {
    passed: promise,
    clear: () => {
      clearTimeout(timer);
    },
  };
}
