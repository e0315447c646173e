export { virtualClock, type VirtualClock } from './clock/virtual-clock.ts';
export { type BadTarget } from './vendor/bad-target.ts';
export { type CredentialOptions } from './vendor/credentials.ts';
export { noAnswer, type Fault, type FaultScript } from './vendor/fault.ts';
export { type QuotaOptions } from './vendor/quota.ts';
export {
  simulatedVendor,
  type SimulatedRequest,
  type SimulatedVendor,
  type SimulatedVendorOptions,
} from './vendor/simulated-vendor.ts';
export { verdictOf } from './vendor/verdict-of.ts';
