import type { WaveOptions } from '../../../world/wave.ts';
import { Message } from './message.ts';
import { Task, type TaskFacts } from './task.ts';

/** What an app has sent: messages by their sender's id, tasks by the vendor's. */
export class Pushes {
  readonly #messages = new Map<string, Message>();
  readonly #tasks = new Map<string, Task>();
  readonly #taskOf = new Map<string, string>();
  readonly #unknownTasks = new Map<string, number>();
  readonly #options: WaveOptions;

  constructor(options: WaveOptions) {
    this.#options = options;
  }

  /** Everything under one message id; made at its first use. */
  message(messageId: string): Message {
    let message = this.#messages.get(messageId);
    if (message === undefined) {
      message = new Message(this.#options);
      this.#messages.set(messageId, message);
    }
    return message;
  }

  /** As {@link message}, but makes none. */
  existingMessage(messageId: string): Message | undefined {
    return this.#messages.get(messageId);
  }

  messages(): Iterable<Message> {
    return this.#messages.values();
  }

  addTask(facts: TaskFacts, messageIds: Iterable<string>): Task {
    const task = new Task(facts);
    this.#tasks.set(facts.taskId, task);
    for (const messageId of messageIds) this.#taskOf.set(messageId, facts.taskId);
    return task;
  }

  task(taskId: string): Task | undefined {
    return this.#tasks.get(taskId);
  }

  /** Counts that a revoke of a task that was never sent was accepted. */
  revokeUnknownTask(taskId: string): void {
    this.#unknownTasks.set(taskId, this.timesOfTask(taskId) + 1);
  }

  /** How often a revoke of the task was accepted. */
  timesOfTask(taskId: string): number {
    return this.task(taskId)?.timesRevoked ?? this.#unknownTasks.get(taskId) ?? 0;
  }

  /** The task that a message id was sent with, if it was sent with one. */
  taskOf(messageId: string): string | undefined {
    return this.#taskOf.get(messageId);
  }

  tasks(): Iterable<Task> {
    return this.#tasks.values();
  }
}
