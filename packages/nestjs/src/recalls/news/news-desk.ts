import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { maskSecrets } from '@unpush/core';
import type { RecallSummary } from '@unpush/recall';
import { describeNews } from './describe-news.ts';
import { eventOfNews, type NamedEvent } from './event-of-news.ts';
import { findEmitter, type Emitter } from './find-emitter.ts';
import { RECALL_EVENTS } from './recall-events.ts';
import type { RecallNews } from './recall-news.ts';

/** Tells what happens in recalls: the log, and Nest's events where the application has them. */
@Injectable()
export class NewsDesk implements OnModuleInit {
  readonly #logger = new Logger('Unpush');
  readonly #modules: ModuleRef;
  /** The apps of the recalls that are worked on here. */
  readonly #underWay = new Map<string, string>();
  #emitter: Promise<Emitter | undefined> = Promise.resolve(undefined);

  constructor(@Inject(ModuleRef) modules: ModuleRef) {
    this.#modules = modules;
  }

  onModuleInit(): void {
    // Recalls can do without events, and nobody awaits this
    this.#emitter = findEmitter(this.#modules).catch((error: unknown) => {
      this.#logger.error(
        `No events are emitted, for @nestjs/event-emitter cannot be loaded: ${maskSecrets(String(error))}`,
      );
      return undefined;
    });
  }

  /** Told by the runner. */
  readonly tell = (news: RecallNews): void => {
    const { recallId, app, event } = news;
    if (event.type === 'began') this.#underWay.set(recallId, app);
    if (event.type === 'ended') this.#underWay.delete(recallId);
    const line = describeNews(news);
    if (line !== undefined) this.#logger[line.level](line.text);
    const named = eventOfNews(news);
    if (named !== undefined) this.#emit(named);
  };

  /** Told of each new summary; those of recalls that are worked on elsewhere are told there. */
  readonly progress = (summary: RecallSummary): void => {
    const { recallId, state } = summary;
    const app = this.#underWay.get(recallId);
    if (app === undefined || state !== 'running') return;
    this.#emit({ name: RECALL_EVENTS.progress, payload: { recallId, app, summary } });
  };

  #emit({ name, payload }: NamedEvent): void {
    // A listener's error is no error of the recall
    void this.#emitter
      .then((emitter) => emitter?.emit(name, payload))
      .catch((error: unknown) => {
        this.#logger.error(`A listener of ${name} failed: ${maskSecrets(String(error))}`);
      });
  }
}
