// @ts-check
import { suitesUsing } from './suites-using.mjs';

/**
 * A program that some tests need and npm does not bring.
 *
 * @typedef {object} SystemPart
 * @property {string} name the command, as the tests call it
 * @property {readonly string[]} probe its arguments that end at once and well
 * @property {string} debianPackage
 * @property {string} [beside] the folder of versions where Debian keeps it, apart from the search path
 * @property {readonly string[]} suites the test files that need it
 */

/**
 * What stands between the parts and this machine.
 *
 * @typedef {object} Machine
 * @property {(part: SystemPart) => Promise<boolean>} has
 * @property {boolean} canInstall
 * @property {(debianPackage: string) => Promise<{ readonly ok: boolean, readonly output: string }>} install
 */

/**
 * @typedef {object} SettledParts
 * @property {readonly SystemPart[]} present
 * @property {readonly SystemPart[]} installed
 * @property {readonly SystemPart[]} missing
 * @property {string} output what the installer said of those it could not install
 */

/** @type {readonly Omit<SystemPart, 'suites'>[]} */
const SYSTEM_PARTS = [
  { name: 'openssl', probe: ['version'], debianPackage: 'openssl' },
  // A server that nobody of the client wrote
  { name: 'python3', probe: ['--version'], debianPackage: 'python3' },
  // What a README tells people to paste
  { name: 'curl', probe: ['--version'], debianPackage: 'curl' },
  { name: 'redis-server', probe: ['--version'], debianPackage: 'redis-server' },
  {
    name: 'postgres',
    probe: ['--version'],
    debianPackage: 'postgresql',
    beside: '/usr/lib/postgresql',
  },
  // The gateway's page, as people see it
  { name: 'chromium', probe: ['--version'], debianPackage: 'chromium' },
];

/**
 * The parts that these tests need.
 *
 * @param {ReadonlyMap<string, string>} texts of the tests and all that lies beside them, by file
 * @returns {readonly SystemPart[]}
 */
export const systemParts = (texts) =>
  SYSTEM_PARTS.map((part) => ({ ...part, suites: suitesUsing(part.name, texts) })).filter(
    ({ suites }) => suites.length > 0,
  );

/**
 * Uses what is there, installs what is not where that is allowed, and says what is still missing.
 *
 * @param {readonly SystemPart[]} parts
 * @param {Machine} machine
 * @returns {Promise<SettledParts>}
 */
export async function settleParts(parts, machine) {
  const present = [];
  const installed = [];
  const missing = [];
  let output = '';
  for (const part of parts) {
    if (await machine.has(part)) {
      present.push(part);
      continue;
    }
    const attempt = machine.canInstall
      ? await machine.install(part.debianPackage)
      : { ok: false, output: '' };
    // The installer's word is not enough: the tests call the command.
    if (attempt.ok && (await machine.has(part))) installed.push(part);
    else missing.push(part);
    if (!attempt.ok) output += attempt.output;
  }
  return { present, installed, missing, output };
}

/**
 * A missing part leaves its suites out, and says so; in continuous integration it fails the run.
 *
 * @param {SettledParts} settled
 * @param {{ continuous: boolean }} options
 * @returns {import('./steps.mjs').StepResult}
 */
export function verdictOfParts({ present, installed, missing, output }, { continuous }) {
  const lines = missing.map(
    ({ name, debianPackage, suites }) =>
      `${name} is missing (Debian: apt-get install ${debianPackage}); left out: ${suites.join(', ')}`,
  );
  if (missing.length > 0 && continuous) return { ok: false, code: 1, output: `${output}${lines.join('\n')}` };
  const notes = [
    ...present.map(({ name }) => name),
    ...installed.map(({ name }) => `${name} (installed)`),
    ...lines,
  ];
  return notes.length === 0 ? { ok: true } : { ok: true, note: notes.join('; ') };
}
