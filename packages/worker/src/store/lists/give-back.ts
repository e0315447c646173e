/**
 * Gives memory back at once, for nobody to use any more. What is merely let go of is collected when it suits the
 * runtime, and pages come faster than that: an object that has 128 MB would be ended for what it does not need.
 */
export function giveBack(...memory: readonly Uint8Array[] | readonly Uint32Array[]): void {
  const buffers = new Set(memory.map(({ buffer }) => buffer));
  for (const buffer of buffers) if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
