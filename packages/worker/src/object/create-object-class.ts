import { failureOf } from '@unpush/recall';
import { workerdSender, type HttpSender } from '@unpush/transport';
import { DurableObject } from 'cloudflare:workers';
import { callerOf } from '../contract/caller.ts';
import type { OptionsOf } from '../gateway/options.ts';
import { drain } from './answers/drain.ts';
import { problemAnswer } from './answers/problem-answer.ts';
import type { ObjectParts } from './object-parts.ts';
import { consoleLog } from '../log.ts';
import { openObject } from './open-object.ts';
import { createAnswering } from './routes/answer-request.ts';

/** What a class of objects is made with. */
export interface ObjectMeans<Env> {
  readonly optionsOf: OptionsOf<Env>;
  /** Where requests to vendors go. Default: the platform's `fetch`. */
  readonly send?: HttpSender;
  /** Told what whoever runs the gateway should know, in a sentence without secrets. Default: the Worker's log. */
  readonly warn?: (message: string) => void;
}

/** The class of an app's object. */
export type RecallObjectClass<Env> = new (state: DurableObjectState, env: Env) => DurableObject<Env>;

const NAME = 'name';
/** An alarm that cannot even begin comes again after so long. */
const TROUBLE_MS = 60_000;

/** Makes the Durable Object class of a gateway: one object an app, which keeps its recalls and works on them. */
export function createObjectClass<Env>(means: ObjectMeans<Env>): RecallObjectClass<Env> {
  const {
    optionsOf,
    send = workerdSender({ fetch: (url, init) => fetch(url, init) }),
    warn = consoleLog,
  } = means;
  const answer = createAnswering(warn);

  return class RecallObject extends DurableObject<Env> {
    #opening: Promise<ObjectParts> | undefined;

    override async fetch(request: Request): Promise<Response> {
      const caller = callerOf(request.headers);
      try {
        const parts = await this.#open(caller.app);
        const answered = await answer(request, { ...parts, caller });
        await parts.drive.wake();
        return answered;
      } catch (error) {
        return problemAnswer(error, { ...caller, warn });
      } finally {
        await drain(request);
      }
    }

    override async alarm(): Promise<void> {
      const { storage } = this.ctx;
      const name = storage.kv.get<string>(NAME);
      // Nobody has called: there is nothing to do
      if (name === undefined) return;
      try {
        const { drive } = await this.#open(name);
        await drive.alarm();
      } catch (error) {
        // The platform gives up after a few alarms that have failed
        warn(`An alarm of app ${name} has failed: ${failureOf(error)}`);
        await storage.setAlarm(Date.now() + TROUBLE_MS);
      }
    }

    /** Once; again where that has failed, for a secret may be there by then. */
    #open(name: string): Promise<ObjectParts> {
      this.#opening ??= this.#openAs(name).catch((error: unknown) => {
        this.#opening = undefined;
        throw error;
      });
      return this.#opening;
    }

    async #openAs(name: string): Promise<ObjectParts> {
      const { storage } = this.ctx;
      // An alarm has no request that would say it
      if (storage.kv.get(NAME) !== name) storage.kv.put(NAME, name);
      const options = await optionsOf(this.env);
      return openObject({ name, options, storage, send, warn });
    }
  };
}
