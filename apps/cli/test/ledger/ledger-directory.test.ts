import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { directoryToName, ledgerDirectory } from '../../src/ledger/ledger-directory.ts';

const at = (value: string) => ({ ledger: { value, from: 'variable' as const, place: 'UNPUSH_LEDGER' } });

describe('the directory of recalls', () => {
  it.each([
    [{ XDG_STATE_HOME: '/state', HOME: '/users/me' }, '/state/unpush'],
    [{ HOME: '/users/me' }, '/users/me/.local/state/unpush'],
    [{ XDG_STATE_HOME: '', HOME: '/users/me' }, '/users/me/.local/state/unpush'],
    [{ XDG_STATE_HOME: 'state', HOME: '/users/me' }, '/users/me/.local/state/unpush'],
    [{ HOME: '' }, `${homedir()}/.local/state/unpush`],
    [{ HOME: 'me' }, `${homedir()}/.local/state/unpush`],
    [{}, `${homedir()}/.local/state/unpush`],
  ])('is by %j the state directory of this user, never a relative one', (env, expected) => {
    expect(ledgerDirectory({}, env)).toBe(expected);
  });

  it('is what a setting names, and has to be named again where it is not the default one', () => {
    const env = { HOME: '/users/me' };
    expect(ledgerDirectory(at('/elsewhere'), env)).toBe('/elsewhere');
    expect(directoryToName(at('/elsewhere'), env)).toBe('/elsewhere');
    expect(directoryToName(at('/users/me/.local/state/unpush'), env)).toBeUndefined();
    expect(directoryToName({}, env)).toBeUndefined();
    const gateway = {
      value: 'https://recall.example.com',
      from: 'variable',
      place: 'UNPUSH_GATEWAY',
    } as const;
    expect(directoryToName({ gateway }, env)).toBe('/users/me/.local/state/unpush');
    expect(directoryToName({ ...at('/elsewhere'), gateway }, env)).toBe('/elsewhere');
  });
});
