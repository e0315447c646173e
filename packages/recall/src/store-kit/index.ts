export {
  integer,
  maybeInteger,
  maybeText,
  text,
  UnexpectedColumn,
  type ColumnValue,
  type Row,
} from '../ledger/rows/columns.ts';
export { openOf, outcomeOf, standingOf, toOpen, toOutcome, toStanding } from '../ledger/rows/rows.ts';
export { tellOutcomes, type Telling } from '../ledger/read/outcomes.ts';
export { allPages, type FoundPage } from '../store/all-pages.ts';
export { fileName, type PageProvider } from '../store/ask-for-page.ts';
export { nameOf, notificationOf, type OfNotification } from '../store/notification.ts';
export { untilAborted } from '../intake/until-aborted.ts';
export { promised } from '../store/promised.ts';
