import { type EmulatorClock, systemClock } from './clock.ts';
import { createControlApi } from './control/control-api.ts';
import { type Exchange, asFetch } from './exchange.ts';
import { FaultScript } from './faults/fault-script.ts';
import type { HuaweiBehaviourOptions } from './huawei/behaviour.ts';
import { createHuaweiWorld } from './huawei/create-world.ts';
import { Huawei } from './huawei/huawei.ts';
import { playHuawei } from './huawei/play.ts';
import type { MpaasBehaviourOptions } from './mpaas/behaviour.ts';
import { Mpaas } from './mpaas/console/mpaas.ts';
import { playMpaas } from './mpaas/play.ts';
import { createMpaasWorld } from './mpaas/world.ts';
import type { Random } from './random.ts';
import type { PlayedVendor } from './serve/vendor.ts';
import { RequestLog } from './world/request-log.ts';

/** How an emulator is made. Everything may be left out. */
export interface EmulatorOptions {
  /** How it behaves where Huawei's pages are silent. */
  readonly huawei?: HuaweiBehaviourOptions;
  /** How it behaves where Alibaba Cloud's pages on mPaaS are silent. */
  readonly mpaas?: MpaasBehaviourOptions;
  /** How many of the latest requests to keep. At least 1. Default 1000. */
  readonly keepRequests?: number;
  /** Whether the records of requests hold the tokens too. Default false. */
  readonly keepTokens?: boolean;
  /**
   * Whether accepted targets that nobody has are remembered one by one. Default true. False for a load of many
   * millions under Huawei's `unknownTokens: 'accept'` or mPaaS's `unknownMessage: '100'`, which would fill the
   * memory: then `revocations` knows them by their number only, one that comes twice counts twice, and `times` and
   * `entries` pass over them.
   */
  readonly rememberStrangers?: boolean;
  /** Host names, besides those of the loopback, under which the control API may be asked for. */
  readonly allowedHosts?: readonly string[];
  readonly clock?: EmulatorClock;
  /** For tokens, ids and chance. Keys come from WebCrypto. Default `Math.random`. */
  readonly random?: Random;
}

/** The vendors, in one object. */
export interface Emulator {
  /** Huawei's console and its devices. */
  readonly huawei: Huawei;
  /** The console of mPaaS and its devices. */
  readonly mpaas: Mpaas;
  /** What goes wrong, and when. */
  readonly faults: Omit<FaultScript, 'plan'>;
  /** The latest requests to vendor endpoints. */
  readonly requests: Omit<RequestLog, 'add'>;
  /**
   * Answers a request to a vendor endpoint, the control API or the page at `/`. Lost connections show as they
   * do with `fetch`: a reset rejects with a TypeError, a cut body fails while it is read, and a stalled request
   * waits until its signal aborts.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** As `fetch`, but lost connections are values, for whoever owns the socket. */
  readonly exchange: (request: Request) => Promise<Exchange>;
}

/**
 * Makes an emulator that lives in this process: no port, no files.
 *
 * @throws ZodError if a setting of `huawei` or `mpaas` does not exist or has no such value.
 * @example
 * ```ts
 * const emulator = createEmulator();
 * const { clientId, serviceAccount } = await emulator.huawei.createApp();
 * const tokens = emulator.huawei.createDevices({ clientId, count: 3 });
 * emulator.huawei.deliver({ clientId, notifyId: 3114932, title: 'Oops' });
 * // … revoke through emulator.fetch …
 * emulator.huawei.revocations({ clientId, notifyId: 3114932 }).count; // 3
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { clock = systemClock, random = Math.random, keepRequests = 1000, keepTokens = false } = options;
  const { rememberStrangers = true } = options;
  const faults = new FaultScript(random);
  const requests = new RequestLog(keepRequests);
  const counter = { clock, faults, requests, keepTokens };
  const basis = { clock, random, rememberStrangers };
  const huaweiWorld = createHuaweiWorld({ ...basis, behaviour: options.huawei });
  const huawei = new Huawei(huaweiWorld);
  const mpaasWorld = createMpaasWorld({ ...basis, behaviour: options.mpaas });
  const mpaas = new Mpaas(mpaasWorld);
  const vendors: readonly PlayedVendor[] = [
    playHuawei({ ...counter, world: huaweiWorld }),
    playMpaas({ ...counter, world: mpaasWorld }),
  ];
  const control = createControlApi({
    huawei,
    mpaas,
    faults,
    requests,
    allowedHosts: options.allowedHosts ?? [],
  });
  const exchange = async (request: Request): Promise<Exchange> => {
    const url = new URL(request.url);
    for (const vendor of vendors) {
      const playing = vendor(request, url);
      if (playing !== undefined) return playing;
    }
    return { kind: 'response', response: await control(request) };
  };
  const fetch = async (request: Request): Promise<Response> =>
    asFetch(await exchange(request), request.signal);
  return { huawei, mpaas, faults, requests, fetch, exchange };
}
