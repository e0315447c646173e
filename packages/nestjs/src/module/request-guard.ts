import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { UnpushOptionsError } from '../options/options-error.ts';
import { UNPUSH_OPTIONS, UNPUSH_RECALL_RUNNER } from '../tokens/tokens.ts';

/** Sees to it that there is one runner, one store and one pool, and not one of each for every request. */
@Injectable()
export class RequestGuard implements OnModuleInit {
  readonly #discovery: DiscoveryService;

  constructor(@Inject(DiscoveryService) discovery: DiscoveryService) {
    this.#discovery = discovery;
  }

  /** Throws {@link UnpushOptionsError} where the options, or a part that was put in, depend on the request. */
  onModuleInit(): void {
    const ofRequests = this.#discovery
      .getProviders()
      .filter((wrapper) => !wrapper.isDependencyTreeStatic())
      .map(({ token }) => token);
    if (ofRequests.includes(UNPUSH_OPTIONS)) {
      throw new UnpushOptionsError([
        'options: must be made once, when the application starts, but depend on the request: inject neither REQUEST nor what is of a request into forRootAsync, and name one app for each of your tenants',
      ]);
    }
    if (!ofRequests.includes(UNPUSH_RECALL_RUNNER)) return;
    throw new UnpushOptionsError([
      'options: a part of the module depends on the request: what is provided under its tokens must be made once, when the application starts',
    ]);
  }
}
