import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { InvalidRequestError, show } from '@unpush/core';
import type { PagedTargets } from '@unpush/recall';
import { UnpushOptionsError } from '../../options/options-error.ts';
import { PAGES_MARK } from './target-pages.decorator.ts';

/** The providers of pages of the whole application, by name. */
@Injectable()
export class PagesRegistry implements OnModuleInit {
  readonly #discovery: DiscoveryService;
  readonly #found = new Map<string, PagedTargets>();

  constructor(@Inject(DiscoveryService) discovery: DiscoveryService) {
    this.#discovery = discovery;
  }

  /** Throws `UnpushOptionsError` where two have one name, or one cannot be used. */
  onModuleInit(): void {
    const classes = new Map<string, string>();
    const instances = new Set<unknown>();
    for (const wrapper of this.#discovery.getProviders()) {
      // An alias leads to an instance that is met itself
      if (wrapper.isAlias) continue;
      const name = markOf(wrapper);
      if (name === undefined) continue;
      const which = shownAs(wrapper);
      const instance: unknown = wrapper.instance;
      if (instance !== null && instances.has(instance)) continue;
      instances.add(instance);
      const other = classes.get(name);
      if (other !== undefined) {
        throw new UnpushOptionsError([
          `@TargetPages('${name}') stands on ${other} and on ${which}: each needs a name of its own, and is provided by one module`,
        ]);
      }
      if (wrapper.isTransient || !wrapper.isDependencyTreeStatic() || !isPaged(instance)) {
        throw new UnpushOptionsError([
          `@TargetPages('${name}') stands on ${which}, which is not one instance with a method "page": a recall asks for pages whenever it needs them, so they cannot be of a request, or of whoever injects them`,
        ]);
      }
      classes.set(name, which);
      this.#found.set(name, instance);
    }
  }

  /** As a store asks. */
  find(name: string): PagedTargets | undefined {
    return this.#found.get(name);
  }

  /** As a recall is started. Throws `InvalidRequestError`. */
  get(name: string): PagedTargets {
    const found = this.find(name);
    if (found !== undefined) return found;
    const names = [...this.#found.keys()].map((known) => JSON.stringify(known)).join(', ');
    const problem =
      names === ''
        ? `got ${show(name)}, but no provider is decorated with @TargetPages`
        : `must be one of ${names}; got ${show(name)}`;
    throw new InvalidRequestError([{ field: 'pages', problem }]);
  }
}

type Wrapper = ReturnType<DiscoveryService['getProviders']>[number];

/**
 * The name that a provider was marked with. By its token as well: what `overrideProvider` puts in the place of a marked
 * class has no mark of its own.
 */
function markOf({ token, metatype, instance }: Wrapper): string | undefined {
  const made: unknown = instance;
  const maker = typeof made === 'object' && made !== null ? made.constructor : undefined;
  for (const marked of [token, metatype, maker]) {
    if (typeof marked !== 'function') continue;
    const name: unknown = Reflect.getMetadata(PAGES_MARK.KEY, marked);
    if (typeof name === 'string') return name;
  }
  return undefined;
}

const shownAs = ({ token, name }: Wrapper): string =>
  typeof token === 'function' ? token.name : String(name);

const isPaged = (instance: unknown): instance is PagedTargets =>
  typeof instance === 'object' &&
  instance !== null &&
  'page' in instance &&
  typeof instance.page === 'function';
