import { describe, expect, it } from 'vitest';
import { UnpushResources } from '../../src/module/resources.ts';

describe('what the module closes when the application has shut down', () => {
  it('is closed though one part cannot be, the last one first, and that is told', async () => {
    const resources = new UnpushResources();
    const closed: string[] = [];
    const part = (name: string, error?: Error) => ({
      close(): Promise<void> {
        closed.push(name);
        return error === undefined ? Promise.resolve() : Promise.reject(error);
      },
    });
    resources.own(part('sender'));
    resources.own(part('store', new Error('the disk is full')));
    await expect(resources.onApplicationShutdown()).rejects.toThrow('the disk is full');
    expect(closed).toEqual(['store', 'sender']);
  });
});
