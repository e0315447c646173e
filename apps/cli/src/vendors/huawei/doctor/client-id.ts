import { checkClientId as parseClientId } from '@unpush/core';
import { required, type Settings } from '../../../settings/resolve-settings.ts';
import type { Checked } from '../../../findings/finding.ts';
import { failure } from '../../../findings/failure.ts';
import { otherVendorHint } from '../other-vendor.ts';

/** Whether there is a client id that can be one. Only Huawei knows whether it is the app's: see the probe. */
export function checkClientId({ clientId, vendor }: Settings): Checked<string> {
  try {
    const value = parseClientId(required(clientId, 'clientId', otherVendorHint(vendor)));
    return { finding: { status: 'ok', detail: value, facts: { clientId: value } }, value };
  } catch (error) {
    return { finding: failure(error) };
  }
}
