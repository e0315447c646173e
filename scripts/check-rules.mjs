// @ts-check
// The rules of the repository that no linter knows. Each is a function in rules/ with its own test in test/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './lib/read-json.mjs';
import { root } from './lib/root.mjs';
import { filesOf, packagesOf } from './lib/workspace.mjs';
import { checkChangeset, checkChangesetConfig } from './rules/changesets.mjs';
import { checkDependencies } from './rules/dependencies.mjs';
import { checkLengths, LONG_FILES } from './rules/file-length.mjs';
import { checkFiles } from './rules/package-files.mjs';
import { checkShape } from './rules/package-shape.mjs';
import { checkTraces } from './rules/traces.mjs';

/** What we publish is compiled, and runs on an older Node than the one we work with. */
const PUBLISHED = { node: '>=22.19' };

const files = filesOf(root);
const packages = packagesOf(root);

/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');

/** @param {RegExp} pattern @returns {ReadonlyMap<string, string>} */
const textsOf = (pattern) =>
  new Map(files.filter((file) => pattern.test(file)).map((file) => [file, read(file)]));

const problems = [
  ...packages.flatMap((candidate) =>
    [...checkShape(candidate, PUBLISHED), ...checkFiles(candidate, files)].map(
      (problem) => `${candidate.folder}: ${problem}`,
    ),
  ),
  ...checkDependencies(packages, read('docs/decisions/runtime-dependencies.md')),
  ...checkLengths(textsOf(/^(?:packages|apps)\/[^/]+\/src\/.*\.ts$/), LONG_FILES),
  ...[...textsOf(/./)].flatMap(([file, text]) => checkTraces(file, text)),
  ...checkChangesetConfig(
    /** @type {Record<string, unknown>} */ (readJson(join(root, '.changeset', 'config.json'))),
  ),
  ...[...textsOf(/^\.changeset\/(?!README).*\.md$/)].flatMap(([file, text]) =>
    checkChangeset(file, text, packages),
  ),
];

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) {
  process.stderr.write(`\n${problems.length} problems\n`);
  process.exitCode = 1;
}
