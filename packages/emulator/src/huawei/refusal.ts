import { HUAWEI_MESSAGES, type HuaweiCode } from './answers.ts';

/** Thrown by a check that a request does not pass. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** A code of the vendor's. */
  readonly code: HuaweiCode;

  constructor(code: HuaweiCode, message: string = HUAWEI_MESSAGES[code]) {
    super(message);
    this.code = code;
  }
}

/** 80100003 with its tip. The vendor's own example ends without a full stop. */
export function illegalPayload(tip: string): Refusal {
  return new Refusal('80100003', `Illegal payload, ${tip}`);
}

/** 80100001 with a tip. */
export function parameterError(tip: string): Refusal {
  return new Refusal('80100001', `${HUAWEI_MESSAGES['80100001']} ${tip}`);
}

/** 80200001 with a tip. */
export function authenticationError(tip: string): Refusal {
  return new Refusal('80200001', `${HUAWEI_MESSAGES['80200001']} ${tip}`);
}
