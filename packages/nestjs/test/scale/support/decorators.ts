// Runs our sources with decorators in a plain Node: it takes types out by itself, and no decorators.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import ts from 'typescript';

const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: true,
  verbatimModuleSyntax: true,
  inlineSourceMap: true,
};

registerHooks({
  load(url, context, nextLoad) {
    if (!url.includes('/packages/nestjs/') || url.includes('/node_modules/') || !url.endsWith('.ts')) {
      return nextLoad(url, context);
    }
    const text = readFileSync(new URL(url), 'utf8');
    const { outputText: source } = ts.transpileModule(text, { compilerOptions });
    return { format: 'module', source, shortCircuit: true };
  },
});
