import type { Exchange } from '../exchange.ts';

/**
 * A vendor, as the emulator is given it: serves the requests that are meant for it, and says undefined to the
 * others. All else about a vendor stays in its folder.
 */
export type PlayedVendor = (request: Request, url: URL) => Promise<Exchange> | undefined;
