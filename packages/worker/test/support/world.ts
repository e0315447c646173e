import { createEmulator, type Emulator, type EmulatorOptions } from '@unpush/emulator';
import { fetchSender, type HttpSender } from '@unpush/transport';
import { env } from 'cloudflare:workers';
import type { GatewayAppOptions } from '../../src/app/app-options.ts';
import type { GatewayLimits, GatewayOptions } from '../../src/gateway/options.ts';

/** What the objects of a test live in: the vendors, the options, and the log. */
class World {
  emulator: Emulator = createEmulator();
  apps: Record<string, GatewayAppOptions> = {};
  limits: GatewayLimits = {};
  warnings: string[] = [];
  /** How many requests have left. */
  sent = 0;

  /** How many had left as each alarm began. */
  readonly sentBefore: number[] = [];
  /** What requests were authorised by. */
  readonly tokens = new Set<string>();

  readonly #sender = fetchSender({ fetch: (url, init) => this.emulator.fetch(new Request(url, init)) });

  readonly send: HttpSender = (request, options) => {
    this.sent += 1;
    this.tokens.add(request.headers['authorization'] ?? '');
    return this.#sender(request, options);
  };

  options(): GatewayOptions {
    const { apps, limits } = this;
    return { objects: env.RECALLS, apps, limits, failedAttempts: env.FAILED_ATTEMPTS, access: {} };
  }

  /** Begins anew, with other vendors. */
  reset(options: EmulatorOptions = {}): void {
    this.emulator = createEmulator(options);
    this.apps = {};
    this.limits = {};
    this.warnings = [];
    this.sent = 0;
    this.sentBefore.length = 0;
    this.tokens.clear();
  }
}

export const world = new World();
