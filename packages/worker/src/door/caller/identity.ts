import type { Scope } from '../../contract/routes.ts';
import type { Grant } from '../settings/door-settings.ts';

/** Somebody who has proved who they are. */
export interface Identity extends Grant {
  /** For the record: the id of a key, or whom Cloudflare Access vouches for behind `access:`. */
  readonly by: string;
}

/** What they may do with an app; nothing at all where they may not even know of it. */
export const scopesOn = ({ apps, scopes }: Identity, app: string): readonly Scope[] =>
  apps === '*' || apps.includes(app) ? scopes : [];
