import { frenchDate } from '#workflows/calendar/french.js';
import { catalogue } from '#workflows/catalogue.js';
import type { Filter } from './inbox-query.js';

/** What the value of each filter is called. */
export const said: Readonly<Record<Filter, (value: string) => string>> = {
  q: (text) => `«\u00a0${text}\u00a0»`,
  procedure: (id) => catalogue.find((one) => one.id === id)?.label ?? id,
  stage: (id) => catalogue.flatMap(({ stages }) => Object.values(stages)).find((stage) => stage.id === id)?.label ?? id,
  dueBefore: (day) => `Au plus tard le ${frenchDate(day)}`,
};
