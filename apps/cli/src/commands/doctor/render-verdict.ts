import { formatPlural } from '../../terminal/numbers.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { NamedFinding } from '../../findings/finding.ts';
import type { Look } from './render-finding.ts';

/** What all findings come to, in one line. */
export function renderVerdict(findings: readonly NamedFinding[], { paint, width }: Look): string {
  const namesOf = (status: NamedFinding['status']): readonly string[] =>
    findings.flatMap((finding) => (finding.status === status ? [finding.name] : []));
  const [failed, warned] = [namesOf('fail'), namesOf('warn')];
  if (failed.length > 0) {
    const words = `Not ready: ${formatPlural(failed.length, 'check')} failed (${failed.join(', ')}).`;
    return paint(['bold', 'red'], wrap(words, { width }));
  }
  const look = warned.length === 0 ? '' : `, but look at ${warned.join(', ')}`;
  // Any key of the right form comes this far: whether the vendor takes it, only the probe shows
  if (namesOf('skipped').includes('Probe')) {
    const words = `Nothing wrong found on this machine${look}; key and app were not tried at the vendor: add --probe.`;
    return paint('bold', wrap(words, { width }));
  }
  return paint(['bold', 'green'], wrap(`Ready for a recall${look}.`, { width }));
}
