import type { FileFacts } from '../../../summary/facts.ts';

/** A list as it lies there now. Its name may be another one. */
type ListGiven = Pick<FileFacts, 'path' | 'bytes' | 'digest'>;

/** More of a name is not quoted: evidence may come from anybody. */
const NAME_LENGTH = 200;

/** What is different between the lists that were given and those that the recall read, in whole sentences. */
export function compareLists(given: readonly ListGiven[], recorded: readonly FileFacts[]): readonly string[] {
  const longest = Math.max(given.length, recorded.length);
  return Array.from({ length: longest }, (_, index) => differenceOf(given[index], recorded[index])).filter(
    (problem) => problem !== undefined,
  );
}

function differenceOf(now: ListGiven | undefined, then: FileFacts | undefined): string | undefined {
  if (then === undefined) {
    return now && `The recall did not read ${nameOf(now)}, which was given here. Leave it out.`;
  }
  if (now === undefined) {
    return `The recall read ${nameOf(then)} (${then.read} targets, SHA-256 ${then.digest}), which was not given here. Give it as well.`;
  }
  if (now.digest === then.digest && now.bytes === then.bytes) return undefined;
  return `The recall read ${nameOf(then)} (${then.bytes} bytes, SHA-256 ${then.digest}); what was given here is ${nameOf(now)} (${now.bytes} bytes, SHA-256 ${now.digest}). Give the list as the recall was given it.`;
}

const nameOf = ({ path }: Pick<FileFacts, 'path'>): string => path.slice(0, NAME_LENGTH);
