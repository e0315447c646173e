import { describe, expect, it } from 'vitest';
import { watchCredentials } from '../../src/engine/verdicts/credential-watch.ts';

/** A watch over renewals that end when they are told to. */
function watched() {
  const asked: string[] = [];
  const ends: (() => void)[] = [];
  const watch = watchCredentials((refused) => {
    asked.push(refused);
    return new Promise((resolve) => ends.push(resolve));
  });
  return { watch, asked, end: () => ends.shift()?.() };
}

describe('the credential watch', () => {
  it('asks for one renewal, and lets nobody go on before it is through', async () => {
    const { watch, asked, end } = watched();
    const gone: string[] = [];
    const first = watch.refused({ id: 'A', renewals: 0 }).then(() => gone.push('first'));
    const second = watch.refused({ id: 'A', renewals: 0 }).then(() => gone.push('second'));
    await new Promise(setImmediate);
    expect({ asked, gone }).toEqual({ asked: ['A'], gone: [] });
    end();
    await Promise.all([first, second]);
    expect({ asked, gone: gone.toSorted() }).toEqual({ asked: ['A'], gone: ['first', 'second'] });
    expect(watch.renewals).toBe(1);
  });

  it('sees no use in going on where a fresh one is refused', async () => {
    const { watch, end } = watched();
    const first = watch.refused({ id: 'A', renewals: 0 });
    end();
    expect(await first).toBe(true);
    expect(await watch.refused({ id: 'B', renewals: 1 })).toBe(false);
  });

  it('sees no use in going on where the refused one is still used after its renewal', async () => {
    const { watch, end } = watched();
    const first = watch.refused({ id: 'A', renewals: 0 });
    end();
    await first;
    expect(await watch.refused({ id: 'A', renewals: 0 })).toBe(true);
    expect(await watch.refused({ id: 'A', renewals: 1 })).toBe(false);
  });

  it('renews a later one that was good', async () => {
    const { watch, asked, end } = watched();
    const first = watch.refused({ id: 'A', renewals: 0 });
    end();
    await first;
    watch.proven('B');
    const second = watch.refused({ id: 'B', renewals: 1 });
    end();
    expect(await second).toBe(true);
    expect(asked).toEqual(['A', 'B']);
  });

  it('bears with a late refusal of one that was good and that its owner replaced without being asked', async () => {
    const { watch, asked, end } = watched();
    const first = watch.refused({ id: 'A', renewals: 0 });
    end();
    await first;
    watch.proven('B');
    watch.proven('C');
    const late = watch.refused({ id: 'B', renewals: 1 });
    end();
    expect(await late).toBe(true);
    expect(asked).toEqual(['A', 'B']);
  });

  it('can do nothing about a refusal that names no credential', async () => {
    const { watch, asked } = watched();
    expect(await watch.refused({ id: undefined, renewals: 0 })).toBe(false);
    expect(asked).toEqual([]);
  });
});
