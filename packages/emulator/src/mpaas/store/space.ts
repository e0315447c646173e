import type { Random } from '../../random.ts';
import type { WaveOptions } from '../../world/wave.ts';
import type { AccessKeyPair } from '../accounts/access-keys.ts';
import { type AppName, keyOf } from '../accounts/app-name.ts';
import { Phones } from './phones/phones.ts';
import { Pushes } from './pushes/pushes.ts';
import { Schedulers } from './pushes/schedulers.ts';
import { Templates } from './templates.ts';
import { Users } from './phones/users.ts';

/** An app as the developer sees it in the console. */
export interface MpaasApp extends AppName {
  readonly name: string;
  readonly tenantId?: string;
  /** The console's switch for the push API. Off: every request is answered with 3032. */
  readonly pushApiEnabled: boolean;
  /** An access key that may use this app. */
  readonly accessKey: AccessKeyPair;
}

/** An app and all that belongs to it. Nothing of it is seen from another. */
export interface Space {
  facts: MpaasApp;
  readonly phones: Phones;
  readonly users: Users;
  readonly pushes: Pushes;
  readonly templates: Templates;
  readonly schedulers: Schedulers;
}

/** An app without devices. */
export function createSpace(facts: MpaasApp, random: Random, options: WaveOptions): Space {
  return {
    facts,
    phones: new Phones(keyOf(facts), random),
    users: new Users(),
    pushes: new Pushes(options),
    templates: new Templates(),
    schedulers: new Schedulers(),
  };
}
