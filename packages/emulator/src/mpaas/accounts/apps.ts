import type { Space } from '../store/space.ts';
import { type AppName, keyOf } from './app-name.ts';

/** The apps, by their two ids. */
export class MpaasApps {
  readonly #spaces = new Map<string, Space>();

  add(space: Space): void {
    this.#spaces.set(keyOf(space.facts), space);
  }

  get(app: AppName): Space | undefined {
    return this.#spaces.get(keyOf(app));
  }

  list(): readonly Space[] {
    return [...this.#spaces.values()];
  }
}
