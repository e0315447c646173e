import type { EmulatorClock } from '../clock.ts';
import type { PlayedVendor } from '../serve/vendor.ts';
import { handleCall, type HuaweiService } from './handle-call.ts';
import { routeOf } from './route.ts';

/** Huawei Push Kit's endpoints, for the emulator to serve. */
export function playHuawei(service: Omit<HuaweiService, 'nextRequestId'>): PlayedVendor {
  const complete = { ...service, nextRequestId: requestIds(service.clock) };
  return (request, { pathname }) => {
    const route = routeOf(pathname);
    return route === undefined ? undefined : handleCall(request, route, complete);
  };
}

/** Digits only, as in the vendor's examples: the time and a running number. */
function requestIds(clock: EmulatorClock): () => string {
  let number = 0;
  return () => {
    number = (number + 1) % 1000;
    return `${clock.wall()}${String(number).padStart(3, '0')}`;
  };
}
