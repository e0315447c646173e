const GROUPS = 8;
/** A household or a server has a /64 for itself, and any address in it at will. */
const OF_NETWORK = 4;

/** What failed attempts are counted by: an IPv4 address, and of an IPv6 address its network. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, GROUPS - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, OF_NETWORK).join(':');
}
