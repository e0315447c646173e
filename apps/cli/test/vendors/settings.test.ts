import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { SettingWords } from '../../src/settings/setting-words.ts';
import { SETTINGS } from '../../src/settings/words.ts';

const FOLDER = new URL('../../src/vendors/', import.meta.url);

/** The settings of every vendor that has a folder, before they are put together. */
async function settingsOfVendors(): Promise<readonly (readonly [name: string, words: SettingWords])[]> {
  const entries = await readdir(FOLDER, { recursive: true });
  const files = entries.filter((entry) => /^[^/\\]+[/\\]settings\.ts$/.test(entry));
  const modules = await Promise.all(
    // Each exports its settings, and nothing else
    files.map((file) => import(new URL(file, FOLDER).href) as Promise<Record<string, typeof SETTINGS>>),
  );
  return modules.flatMap((module) => Object.values(module).flatMap((settings) => Object.entries(settings)));
}

describe('the settings of the vendors', () => {
  it('are all among the settings, each as its vendor has it', async () => {
    const found = await settingsOfVendors();
    expect(found.filter(([, { of }]) => of?.vendor === 'huawei').length).toBeGreaterThan(0);
    expect(found.filter(([, { of }]) => of?.vendor === 'mpaas').length).toBeGreaterThan(0);
    // One put in later with the name of another would stand in its place
    for (const [name, words] of found) expect(Object.entries(SETTINGS)).toContainEqual([name, words]);
  });

  it.each([
    ['name', (name: string) => name],
    ['flag', (_name: string, { flag }: SettingWords) => flag],
    ['variable', (_name: string, { variable }: SettingWords) => variable],
  ])('share no %s with each other or with those of all', async (_what, read) => {
    const common = Object.entries(SETTINGS).filter(([, { of }]) => of === undefined);
    const all = [...common, ...(await settingsOfVendors())].map(([name, words]) => read(name, words));
    expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
  });
});
