import { catalogue } from './catalogue.js';
import { durable } from './kit/durable.js';

const revisionsOf = (id: string) => catalogue.filter((one) => one.id === id);

// One Temporal workflow type a procedure, under the procedure's id.
export const ftap = durable(revisionsOf('ftap'));
