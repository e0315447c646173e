import { ServiceRefusal } from '../../../answers/refusals.ts';
import type { Parameters } from '../../../parameters.ts';
import type { DeliveryType } from './delivery-type.ts';

/** Whom a broadcast is for: devices somebody is logged in on, all, or those nobody is logged in on. */
export type Audience = 'bound' | 'all' | 'unbound';

const AUDIENCES: readonly Audience[] = ['bound', 'all', 'unbound'];
const PERIODS = [1, 2, 3, 4];
const ANDROID = 1;
const SELF_BUILT = 1;
const BY_TIME_RANGE = 1;

/** `PushStatus` and what belongs to it: the period or the range of time, and the channel of Android. */
export function readAudience(parameters: Parameters, { number }: DeliveryType): Audience {
  const audience = AUDIENCES[parameters.integer('PushStatus') ?? 0];
  if (audience === undefined) throw new ServiceRefusal('3028', 'PushStatus must be 0, 1 or 2.');
  const channel = parameters.integer('AndroidChannel');
  if (channel !== undefined && channel !== SELF_BUILT && channel !== 2) throw new ServiceRefusal('3057');
  if (audience !== 'bound' && number === ANDROID && channel === SELF_BUILT) throw new ServiceRefusal('3053');
  if (parameters.integer('TimeMode') === BY_TIME_RANGE) checkRanges(parameters, audience);
  else checkPeriods(parameters, audience);
  return audience;
}

/** 1: 7 days, 2: 15, 3: 60, 4: for ever. The one for the unbound must be there, if they are meant. */
function checkPeriods(parameters: Parameters, audience: Audience): void {
  const bind = parameters.integer('BindPeriod');
  if (audience !== 'unbound' && bind !== undefined && !PERIODS.includes(bind)) {
    throw new ServiceRefusal('3028', 'BindPeriod must be 1, 2, 3 or 4.');
  }
  if (audience === 'bound') return;
  const unbind = parameters.integer('UnBindPeriod');
  if (unbind === undefined) throw new ServiceRefusal('3051');
  if (!PERIODS.includes(unbind)) throw new ServiceRefusal('3052');
}

function checkRanges(parameters: Parameters, audience: Audience): void {
  if (audience !== 'unbound') checkRange(parameters, 'Bind');
  if (audience !== 'bound') checkRange(parameters, 'UnBind');
}

function checkRange(parameters: Parameters, name: 'Bind' | 'UnBind'): void {
  const start = parameters.integer(`${name}StartTime`) ?? Number.NaN;
  const end = parameters.integer(`${name}EndTime`) ?? Number.NaN;
  if (!(start < end)) throw new ServiceRefusal('8018', `${name}StartTime must lie before ${name}EndTime.`);
}
