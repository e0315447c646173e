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

  // After beforeApplicationShutdown, in which runners end their sessions
  async onApplicationShutdown(): Promise<void> {
    for (const close of this.#closes.splice(0)) await close();
  }
}
