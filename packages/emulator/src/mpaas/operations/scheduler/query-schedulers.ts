import { ServiceRefusal } from '../../answers/refusals.ts';
import { PUSH_TYPES, type Scheduled, type ScheduledState } from '../../store/pushes/schedulers.ts';
import type { Fields, Order } from '../operation.ts';
import { pageOf, partOf } from '../page.ts';

/** `QueryPushSchedulerList`: by the time they are sent at, not by the time they were made. */
export function querySchedulers({ parameters, space }: Order): Fields {
  const from = parameters.integer('StartTime') ?? Number.NaN;
  const to = parameters.integer('EndTime') ?? Number.NaN;
  if (!(from <= to)) {
    throw new ServiceRefusal('3028', 'StartTime and EndTime are milliseconds, the former not the later.');
  }
  const type = parameters.integer('Type');
  const id = parameters.text('UniqueId');
  const page = pageOf(parameters, { numberName: 'PageNumber', defaultSize: 500 });
  const found = space.schedulers.list().filter(({ scheduled }) => {
    const { pushTime, kind, uniqueId, parentId } = scheduled;
    const isInTime = pushTime >= from && pushTime <= to;
    const isOfType = type === undefined || PUSH_TYPES[kind] === type;
    return isInTime && isOfType && (id === '' || uniqueId === id || parentId === id);
  });
  const list = partOf(found, page).map(({ scheduled, state }) => view(scheduled, state));
  return { ResultContent: { Data: { TotalCount: found.length, List: list } } };
}

function view(scheduled: Scheduled, state: ScheduledState): Fields {
  return {
    UniqueId: scheduled.uniqueId,
    ParentId: scheduled.parentId,
    Type: PUSH_TYPES[scheduled.kind],
    StrategyType: scheduled.strategyType,
    DeliveryType: scheduled.deliveryType,
    PushTitle: scheduled.title,
    PushContent: scheduled.content,
    PushTime: scheduled.pushTime,
    GmtCreate: scheduled.createdAt,
    CreateType: 0,
    ExecutedStatus: state,
  };
}
