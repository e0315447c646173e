import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { quietSqlite } from '../../src/terminal/quiet-sqlite.ts';
import { spawnCli } from '../support/spawn-cli.ts';

describe('warnings of Node', () => {
  it('are kept back where they say that SQLite is experimental, and only there', () => {
    const told: unknown[] = [];
    const owner = Object.assign(new EventEmitter(), {
      emitWarning: (...words: readonly unknown[]) => void told.push(words),
    });
    quietSqlite(owner);
    owner.emitWarning(
      'SQLite is an experimental feature and might change at any time',
      'ExperimentalWarning',
    );
    owner.emitWarning('Something else is an experimental feature', 'ExperimentalWarning');
    owner.emitWarning('SQLite is old', 'DeprecationWarning');
    expect(told).toEqual([
      ['Something else is an experimental feature', 'ExperimentalWarning'],
      ['SQLite is old', 'DeprecationWarning'],
    ]);
  });

  it('do not come with a list of recalls', async () => {
    const { exit, stderr } = await spawnCli(['recalls', 'list', '--json']).result;
    expect(exit).toBe(0);
    expect(stderr).not.toContain('Warning');
  });
});
