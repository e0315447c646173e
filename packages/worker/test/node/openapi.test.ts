import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../scripts/openapi/document.ts';
import { documentFile, documentModule } from '../../scripts/openapi/files.ts';

const run = promisify(execFile);
const packageFile = (name: string): URL => new URL(`../../${name}`, import.meta.url);
const read = (name: string): Promise<string> => readFile(packageFile(name), 'utf8');
const anew = async (): Promise<object> => {
  const { version } = JSON.parse(await read('package.json')) as { version: string };
  return openApiDocument(version);
};

describe('the OpenAPI document', () => {
  it('is as new as the contract', async () => {
    const document = await anew();
    expect(JSON.parse(await read('openapi.json')), 'run: pnpm --filter @unpush/worker openapi').toEqual(
      JSON.parse(documentFile(document)),
    );
    expect(await read('src/openapi/document-text.ts')).toBe(documentModule(document));
  });

  it('has nothing to be said against it by a public linter', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: await read('openapi.json'), config });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  it('is what a generated client compiles against, and holds to', async () => {
    const types = astToString(await openapiTS(await read('openapi.json')));
    const folder = await mkdtemp(fileURLToPath(packageFile('test/node/generated-')));
    try {
      await writeFile(`${folder}/api.ts`, types);
      await writeFile(`${folder}/client.ts`, await read('test/node/client-of-api.txt'));
      await writeFile(
        `${folder}/tsconfig.json`,
        JSON.stringify({ extends: '../tsconfig.json', include: ['.'] }),
      );
      const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
      const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((error: unknown) => {
        if (error instanceof Error && 'stdout' in error) return { stdout: String(error.stdout) };
        throw error;
      });
      expect(stdout).toBe('');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
