import type { Emulator } from '@unpush/emulator';
import type { VendorFigures } from './vendor-settings.ts';

/** An emulator whose requests are counted. */
export interface Counted {
  readonly emulator: Emulator;
  figures(): Omit<VendorFigures, 'cpuSeconds'>;
}

/** Counts the requests and their refusals, and takes the time from the first request to the last answer. */
export function countedBy(emulator: Emulator, { onFirst }: { readonly onFirst: () => void }): Counted {
  let requests = 0;
  let refused = 0;
  let firstAt = 0;
  let lastAt = 0;
  const exchange: Emulator['exchange'] = async (request) => {
    if (requests === 0) {
      firstAt = performance.now();
      onFirst();
    }
    requests += 1;
    const ending = await emulator.exchange(request);
    lastAt = performance.now();
    if (ending.kind === 'response' && ending.response.status === 503) refused += 1;
    return ending;
  };
  return {
    emulator: { ...emulator, exchange },
    figures: () => ({ requests, refused, seconds: (lastAt - firstAt) / 1000 }),
  };
}
