import type { FaultScript } from '../faults/fault-script.ts';
import type { Huawei } from '../huawei/huawei.ts';
import type { Mpaas } from '../mpaas/console/mpaas.ts';
import type { RequestLog } from '../world/request-log.ts';

/** What the control API shows and changes. */
export interface Controlled {
  readonly huawei: Huawei;
  readonly mpaas: Mpaas;
  readonly faults: FaultScript;
  readonly requests: RequestLog;
}
