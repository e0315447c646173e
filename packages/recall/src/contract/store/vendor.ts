import { NONE_REJECTED, type Revoker } from '@unpush/core';

/** Takes back from everybody but the targets whose name begins with `bad`, and remembers whom it was asked for. */
export interface ContractVendor extends Revoker<Readonly<Record<string, string | number>>> {
  readonly asked: readonly string[];
}

export function contractVendor(): ContractVendor {
  const asked: string[] = [];
  return {
    batchSize: 10,
    asked,
    attempt(_selector, batch) {
      const targets = batch.targets();
      asked.push(...targets);
      const bad = targets.filter((target) => target.startsWith('bad'));
      return Promise.resolve({
        advice: 'done',
        about: bad.length > 0 ? 'target' : 'success',
        httpStatus: 200,
        code: bad.length > 0 ? '80100000' : '80000000',
        message: bad.length > 0 ? 'partial success' : 'Success',
        requestId: `request-${asked.length}`,
        rejected: bad.length > 0 ? new Map(bad.map((target) => [target, 'illegal'])) : NONE_REJECTED,
        mayHaveBeenReceived: true,
        credentialId: 'c-1',
      });
    },
    renewCredential: () => Promise.resolve(),
  };
}
