import type { ModuleRef } from '@nestjs/core';
import type * as EventEmitterLibrary from '@nestjs/event-emitter';

/** As much of `EventEmitter2` as is needed. */
export interface Emitter {
  emit(name: string, payload: unknown): boolean;
}

/**
 * The application's event emitter, once its listeners are there; `undefined` where `@nestjs/event-emitter` is not
 * installed, or its module not among those of the application.
 */
export async function findEmitter(modules: ModuleRef): Promise<Emitter | undefined> {
  const library = await loadLibrary();
  if (library === undefined) return undefined;
  const { EventEmitter2, EventEmitterReadinessWatcher } = library;
  let emitter: Emitter;
  try {
    emitter = modules.get<Emitter>(EventEmitter2, { strict: false });
    await modules.get(EventEmitterReadinessWatcher, { strict: false }).waitUntilReady();
  } catch {
    return undefined;
  }
  return emitter;
}

async function loadLibrary(): Promise<typeof EventEmitterLibrary | undefined> {
  try {
    return await import('@nestjs/event-emitter');
  } catch (error) {
    if (isNotInstalled(error)) return undefined;
    throw error;
  }
}

const NOT_FOUND: readonly unknown[] = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'];

/** Not by its class: under Jest the loader's errors come from another realm than the program's. */
const isNotInstalled = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && NOT_FOUND.includes(error.code);
