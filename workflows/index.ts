import { catalogue } from './catalogue.js';
import { durable } from './kit/durable.js';
import { everyMorning } from './kit/every-morning.js';

const revisionsOf = (id: string) => catalogue.filter((one) => one.id === id);

// One Temporal workflow type a procedure, under the procedure's id.
export const ftap = durable(revisionsOf('ftap'));

// One each for the whole service; the worker starts them.
export const draftReminders = everyMorning('remindDrafts');
export const forecasts = everyMorning('refreshForecasts');
export const retention = everyMorning('keepRetention');
const ftapCommittee = durable(revisionsOf('ftap-committee'));
export { ftapCommittee as 'ftap-committee' };
const seatedEvent = durable(revisionsOf('seated-event'));
export { seatedEvent as 'seated-event' };
const directorsYear = durable(revisionsOf('directors-year'));
export { directorsYear as 'directors-year' };
export const cohort = durable(revisionsOf('cohort'));
const reconversion3m = durable(revisionsOf('reconversion-3m'));
export { reconversion3m as 'reconversion-3m' };
const reconversion6m = durable(revisionsOf('reconversion-6m'));
export { reconversion6m as 'reconversion-6m' };
const reconversionReview = durable(revisionsOf('reconversion-review'));
export { reconversionReview as 'reconversion-review' };
