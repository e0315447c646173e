import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTIFY_ID, setStage } from '../support/stage.ts';
import { packAll } from './support/pack.ts';
import { compile, makePlace, makeProject, start } from './support/project.ts';

const MINUTES = 60_000;

const MAJORS = [
  { nest: '12', typescript: '~6.0.0', types: ['module', 'commonjs'] },
  // A new project of Nest 11 is CommonJS
  { nest: '11', typescript: '~5.9.0', types: ['commonjs'] },
] as const;

let folder: string;
let packed: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpush-packed-'));
  packed = await packAll(folder);
}, 5 * MINUTES);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(MAJORS)(
  'what is published, in a new project on NestJS $nest',
  ({ nest, typescript, types }) => {
    beforeAll(() => makePlace(join(folder, nest), { nest, typescript, packed }), 10 * MINUTES);

    it.each(types)(
      'compiles and runs as %s, with nothing of what is optional',
      async (type) => {
        await using stage = await setStage({ phones: 11 });
        const project = join(folder, nest, type);
        await makeProject(project, {
          type,
          stage: {
            app: stage.huawei,
            ca: stage.sender.ca,
            directory: stage.ledger.directory,
            notifyId: NOTIFY_ID,
            tokens: stage.tokens,
          },
        });

        expect(await compile(project)).toBe('');
        const emitted = await readFile(join(project, 'dist', 'main.js'), 'utf8');
        expect(emitted.includes('require("@unpush/nestjs")')).toBe(type === 'commonjs');

        expect(await start(project)).toBe('');
        expect(JSON.parse(await readFile(join(project, 'result.json'), 'utf8'))).toEqual({
          accepted: 1,
          state: 'finished',
          targets: {
            read: 10,
            malformed: 0,
            duplicate: 0,
            accepted: 10,
            rejected: 0,
            unknown: 0,
            notAttempted: 0,
          },
          problem: expect.objectContaining({
            status: 404,
            code: 'LEDGER',
            title: 'No such recall',
          }) as object,
          isOurs: true,
        });
        expect([...stage.revoked().keys()].sort()).toEqual([...stage.tokens].sort());
      },
      5 * MINUTES,
    );
  },
);
