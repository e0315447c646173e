import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/** What a project that takes the NestJS door installs, by folder. */
const PACKAGES = ['core', 'transport', 'recall', 'nestjs'] as const;

/** Builds what has changed, and packs it as it would be published. Gives back the dependencies of a project on it. */
export async function packAll(into: string): Promise<Readonly<Record<string, string>>> {
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  await run(
    process.execPath,
    [turbo, 'run', 'build', '--filter=@unpush/nestjs', '--output-logs=errors-only'],
    { cwd: root },
  );
  const packed: Record<string, string> = {};
  for (const name of PACKAGES) {
    const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', into], {
      cwd: join(root, 'packages', name),
    });
    // The cast: what pnpm says of a package that it has packed
    const { filename } = JSON.parse(stdout) as { readonly filename: string };
    packed[`@unpush/${name}`] = `file:${filename}`;
  }
  return packed;
}
