import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The blocks of a language in a page of Markdown, in order. */
export const blocksOf = (page: string, language: string): readonly string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, its, code = '']) =>
    its === language ? [code] : [],
  );

/** As a project of NestJS has them, on our own sources. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2024.d.ts'],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  customConditions: ['@unpush/source'],
  allowImportingTsExtensions: true,
};

/** What the compiler says of pieces of code, each a file of its own beside this one. Nothing is written. */
export function compile(pieces: readonly string[]): readonly string[] {
  const files = new Map(
    pieces.map((code, index) => [fileURLToPath(new URL(`block-${index + 1}.ts`, import.meta.url)), code]),
  );
  const disk = ts.createCompilerHost(OPTIONS);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    getSourceFile: (path, how, onError) => {
      const code = files.get(path);
      return code === undefined
        ? disk.getSourceFile(path, how, onError)
        : ts.createSourceFile(path, code, how);
    },
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  // Our own sources are checked by `pnpm typecheck`
  return [...files.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText, start = 0 }) => {
        const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
        const name = path.split('/').at(-1) ?? path;
        return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
      },
    );
  });
}
