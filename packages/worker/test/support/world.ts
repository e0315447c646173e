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

  /** Ends the object that was made last, as an eviction does. */
  abort: (reason: string) => void = () => undefined;

  /** Told when an object comes into its life, and when its steps are used up. */
  onBirth: () => void = () => undefined;
  onDeath: () => void = () => undefined;

  /** After so many more steps the object dies: a step is a statement to the storage, or one half of an exchange. */
  stepsToLive = Infinity;

  readonly #sender = fetchSender({ fetch: (url, init) => this.emulator.fetch(new Request(url, init)) });

  readonly send: HttpSender = async (request, options) => {
    this.step();
    this.sent += 1;
    this.tokens.add(request.headers['authorization'] ?? '');
    const answer = await this.#sender(request, options);
    this.step();
    return answer;
  };

  /** Steps in all, which are statements where nothing is sent. */
  steps = 0;

  step(): void {
    this.steps += 1;
    this.stepsToLive -= 1;
    if (this.stepsToLive !== 0) return;
    this.onDeath();
    this.abort('evicted');
  }

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
    this.stepsToLive = Infinity;
    this.onBirth = () => undefined;
    this.onDeath = () => undefined;
  }
}

export const world = new World();
