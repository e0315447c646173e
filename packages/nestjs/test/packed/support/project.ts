import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a place installs. */
export interface PlaceParts {
  /** The major of NestJS. */
  readonly nest: '11' | '12';
  readonly typescript: string;
  /** The packages that were packed, as dependencies. */
  readonly packed: Readonly<Record<string, string>>;
}

/** Installs what a project needs, with the npm of this machine. */
export async function makePlace(folder: string, { nest, typescript, packed }: PlaceParts): Promise<void> {
  await mkdir(folder);
  await writeJson(join(folder, 'package.json'), {
    private: true,
    dependencies: {
      '@nestjs/common': `^${nest}.0.0`,
      '@nestjs/core': `^${nest}.0.0`,
      '@nestjs/platform-express': `^${nest}.0.0`,
      'reflect-metadata': '^0.2.2',
      rxjs: '^7.8.1',
      ...packed,
    },
    devDependencies: { '@types/node': '^24.0.0', typescript },
  });
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder });
}

/** A project as `nest new` makes it; it finds what is installed one folder above. */
export interface ProjectParts {
  readonly type: 'module' | 'commonjs';
  /** What its program reads. */
  readonly stage: Readonly<Record<string, unknown>>;
}

/** The compiler's options of a new project of Nest's. */
const COMPILER_OPTIONS = {
  module: 'nodenext',
  moduleResolution: 'nodenext',
  resolvePackageJsonExports: true,
  esModuleInterop: true,
  isolatedModules: true,
  declaration: true,
  emitDecoratorMetadata: true,
  experimentalDecorators: true,
  allowSyntheticDefaultImports: true,
  target: 'ES2023',
  types: ['node'],
  sourceMap: true,
  outDir: './dist',
  rootDir: './src',
  strict: true,
  // Nest's own says skipLibCheck: what we publish has to stand the look
  skipLibCheck: false,
} as const;

/** Writes the project down. */
export async function makeProject(folder: string, { type, stage }: ProjectParts): Promise<void> {
  await mkdir(join(folder, 'src'), { recursive: true });
  await cp(fileURLToPath(new URL('../project/main.ts', import.meta.url)), join(folder, 'src', 'main.ts'));
  await writeJson(join(folder, 'package.json'), { private: true, type });
  await writeJson(join(folder, 'tsconfig.json'), { compilerOptions: COMPILER_OPTIONS, include: ['src'] });
  await writeJson(join(folder, 'stage.json'), stage);
}

/** Compiles the project. Resolves with what the compiler has to say; it is nothing where all is well. */
export async function compile(folder: string): Promise<string> {
  const compiler = join(folder, '..', 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    return (await run(process.execPath, [compiler, '-p', '.'], { cwd: folder })).stdout;
  } catch (error) {
    // The cast: what a program that fails rejects with
    return (error as { readonly stdout: string }).stdout;
  }
}

/** Runs the compiled program, without any flag. Resolves with what it says on stderr. */
export async function start(folder: string): Promise<string> {
  const program = join('dist', 'main.js');
  return (await run(process.execPath, [program], { cwd: folder, env: withoutOptions() })).stderr;
}

/** Conditions of the test itself would lead the program to our sources. */
function withoutOptions(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS'));
}

const writeJson = (file: string, value: unknown): Promise<void> =>
  writeFile(file, JSON.stringify(value, undefined, 2));
