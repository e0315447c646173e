import { maskSecrets } from '@unpush/core';
import { checkOptions } from '../../gateway/check-options.ts';
import type { GatewayOptions, OptionsOf } from '../../gateway/options.ts';
import type { AccessCache } from '../caller/verify-access.ts';
import { settingsOf } from './settings-of.ts';
import type { DoorSettings } from './door-settings.ts';
import { Refusal } from '../../answers/refusal.ts';
import type { Log } from '../../log.ts';

/** What stands between requests: plain data only, as no request may wait for what another has begun. */
export interface Standing {
  readonly settings: DoorSettings;
  readonly accessCache: AccessCache;
}

/** Tells the settings from the bindings: checked at the first request, and kept for the isolate's life. */
export function settingsFor<Env extends object>(
  optionsOf: OptionsOf<Env>,
  log: Log,
): (env: Env) => Promise<Standing> {
  const known = new WeakMap<Env, Standing | 'wrong'>();
  return async (env) => {
    const standing = known.get(env) ?? (await check(env));
    known.set(env, standing);
    if (standing === 'wrong') throw new Refusal('gateway-misconfigured');
    return standing;
  };

  async function check(env: Env): Promise<Standing | 'wrong'> {
    const options = await tell(env);
    const problems = checkOptions(options);
    if (problems.length === 0)
      return { settings: settingsOf(options), accessCache: { keys: {}, notBefore: 0 } };
    for (const { path, problem } of problems) log(`the gateway's options: ${path} ${problem}`);
    return 'wrong';
  }

  /** What fails here may pass: a secret's store that is out of reach. So it is not kept. */
  async function tell(env: Env): Promise<GatewayOptions> {
    try {
      return await optionsOf(env);
    } catch (error) {
      log(`the gateway's options cannot be told: ${maskSecrets(String(error))}`);
      throw new Refusal('gateway-misconfigured');
    }
  }
}
