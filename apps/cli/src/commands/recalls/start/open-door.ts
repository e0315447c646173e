import { SettingsError } from '../../../errors/settings-error.ts';
import type { Flags } from '../../../flags/read-flags.ts';
import type { AppAnswer } from '../../../gateway/client/api.ts';
import type { Gateway } from '../../../gateway/client/open-gateway.ts';
import { findDoor } from '../../../vendors/open-door.ts';
import { refuseForeignFlags } from '../../../vendors/refuse-foreign-flags.ts';
import type { VendorDoor } from '../../../vendors/vendor-door.ts';

/** The door to the vendor of a gateway's app. Throws {@link SettingsError} where there is none, and for another's flags. */
export async function openDoorAtGateway(
  { name, vendor }: AppAnswer,
  { flags, gateway }: { readonly flags: Flags; readonly gateway: Gateway },
): Promise<VendorDoor> {
  const door = await findDoor(vendor);
  if (door === undefined) {
    throw new SettingsError(
      `the app ${name} of the gateway ${gateway.host} is by the vendor "${vendor}", which this version does not know: nothing was sent; update unpush`,
    );
  }
  refuseForeignFlags(flags, {
    meant: door.vendor,
    why: `the app ${name} of the gateway is by ${vendor}`,
    remedy: () => 'nothing was sent; leave it out',
  });
  return door;
}
