// @ts-check

const MOST_LINES = 300;

/**
 * Files that may be longer, each with the reason.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const LONG_FILES = {
  'apps/cli/src/gateway/client/openapi.d.ts':
    "made by a program from the gateway's OpenAPI document, and held to it by a test",
};

/**
 * No source is longer than a reader's patience.
 *
 * @param {ReadonlyMap<string, string>} sources text by file
 * @param {Readonly<Record<string, string>>} exceptions reason by file
 * @returns {readonly string[]} what is wrong
 */
export function checkLengths(sources, exceptions) {
  const tooLong = [...sources]
    .map(([file, text]) => ({ file, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES);
  const unexpected = tooLong.filter(({ file }) => !Object.hasOwn(exceptions, file));
  const stale = Object.keys(exceptions).filter((file) => !tooLong.some((long) => long.file === file));
  return [
    ...unexpected.map(
      ({ file, lines }) =>
        `${file} has ${lines} lines, ${MOST_LINES} is the most: one concept a file. A table of texts may be longer: say why in LONG_FILES of scripts/rules/file-length.mjs.`,
    ),
    ...stale.map((file) => `${file} is short or gone: take it out of LONG_FILES.`),
  ];
}
