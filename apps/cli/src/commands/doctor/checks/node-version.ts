import type { Finding } from '../../../findings/finding.ts';

const LEAST = { major: 22, minor: 19 } as const;

/** Whether this Node is one that unpush is made for. */
export function checkNodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isEnough = major > LEAST.major || (major === LEAST.major && minor >= LEAST.minor);
  const facts = { version };
  if (isEnough) return { status: 'ok', detail: version, facts };
  return {
    status: 'fail',
    detail: `${version}, but unpush needs ${LEAST.major}.${LEAST.minor} or newer`,
    remedy: 'Install a newer Node from https://nodejs.org',
    facts,
  };
}
