import { nextThing, type Offer, type Situation } from './next-thing.js';

const offer = (ref: string, change: Partial<Offer> = {}): Offer => ({
  ref,
  kind: 'visit',
  on: '2026-06-18',
  seatsLeft: 3,
  open: true,
  ...change,
});
const situation = (change: Partial<Situation> = {}): Situation => ({
  today: '2026-06-01',
  stage: 'projection',
  tasks: [],
  offers: [],
  declined: new Set(),
  launched: true,
  left: { visit: 2, activity: 2 },
  ...change,
});
const next = (change: Partial<Situation>) => {
  const found = nextThing(situation(change));
  return `${found.kind}${'event' in found ? ` ${found.event}` : ''}${'task' in found ? ` ${found.task.id}` : ''}`;
};
const signing = { id: 'sign', label: 'Signer mon engagement', lastDay: '2026-06-10' };

test.each<[string, Partial<Situation>, string]>([
  ['nothing', {}, 'nothing'],
  ['whether they come, before anything else', { tasks: [signing], offers: [offer('a'), offer('b', { state: 'toConfirm' })] }, 'confirm b'],
  ['a task before an offer', { tasks: [signing], offers: [offer('a')] }, 'task sign'],
  ['the task that ends first', { tasks: [{ id: 'late', label: '', lastDay: '2026-07-01' }, signing] }, 'task sign'],
  ['the next visit with a seat', { offers: [offer('full', { on: '2026-06-05', seatsLeft: 0 }), offer('a')] }, 'offer a'],
  ['not one that was declined', { offers: [offer('a', { on: '2026-06-05' }), offer('b')], declined: new Set(['a']) }, 'offer b'],
  ['another one after one that was missed', { offers: [offer('a', { on: '2026-05-20', state: 'missed' }), offer('b')] }, 'offer b'],
  [
    'no visit beyond those expected',
    { offers: [offer('a', { state: 'confirmed' }), offer('b')], left: { visit: 1, activity: 2 } },
    'date a',
  ],
  ['no activity before its phase', { offers: [offer('a', { kind: 'activity' })] }, 'nothing'],
  ['activities in theirs', { stage: 'deepening', offers: [offer('a', { kind: 'activity' })] }, 'offer a'],
  ['what is missing, in the catch-up', { stage: 'catchUp', offers: [offer('a')], left: { visit: 1, activity: 0 } }, 'offer a'],
  ['a new session to who missed the first', { launched: false, offers: [offer('s', { kind: 'session' })] }, 'offer s'],
  ['no second session', { offers: [offer('s', { kind: 'session' })] }, 'nothing'],
  ['nothing that is over', { offers: [offer('a', { on: '2026-05-20' })] }, 'nothing'],
  ['nothing that was called off', { offers: [offer('a', { open: false })] }, 'nothing'],
  ['the next date when all is booked', { offers: [offer('a', { state: 'coming' })], left: { visit: 1, activity: 0 } }, 'date a'],
])('%s', (_case, change, expected) => {
  expect(next(change)).toBe(expected);
});
