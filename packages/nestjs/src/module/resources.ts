import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** What the module made itself, and closes when the application has shut down. */
@Injectable()
export class UnpushResources implements OnApplicationShutdown {
  readonly #closes: (() => Promise<void>)[] = [];

  /** Takes charge of something that has to be closed. The last one is closed first. */
  own<T extends { close(): Promise<void> }>(resource: T): T {
    this.#closes.unshift(() => resource.close());
    return resource;
  }

  // After beforeApplicationShutdown, by when runners have ended their sessions
  async onApplicationShutdown(): Promise<void> {
    const errors: unknown[] = [];
    // One that cannot be closed keeps no other open
    for (const close of this.#closes.splice(0)) await close().catch((error: unknown) => errors.push(error));
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, 'several parts of unpush could not be closed');
  }
}
