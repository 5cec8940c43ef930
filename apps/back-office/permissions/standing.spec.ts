import type { Role } from '#workflows/kit/people.js';
import type { Action } from './matrix.js';
import { type CasePlace, isAddressed, rolesOn, whyNotAnswer } from './standing.js';
import type { HeldGrant, Viewer } from './viewer.js';

const place: CasePlace = {
  ref: 'FTAP-1',
  ownerId: 'owner',
  procedure: 'ftap',
  callId: 'call-1',
  participants: { reader: 'reader', editor: 'editor', signatory: 'signatory' },
};
const viewer = (id: string, ...grants: HeldGrant[]): Viewer => ({ id, name: id, email: `${id}@exemple.gouv.invalid`, grants });
const none = { except: [] as string[], answeredAs: [] as Role[] };

describe('the roles that a person holds on a case', () => {
  it.each<[string, HeldGrant, Role[]]>([
    ['everywhere', { role: 'reviewer' }, ['reviewer']],
    ['in its procedure', { role: 'reviewer', procedure: 'ftap' }, ['reviewer']],
    ['in another procedure', { role: 'reviewer', procedure: 'canum' }, []],
    ['on its call', { role: 'authority', callId: 'call-1' }, ['authority']],
    ['on another call', { role: 'authority', callId: 'call-2' }, []],
    ['as applicant of another case', { role: 'applicant' }, []],
    ['through a break-glass of this case', { role: 'auditor', glass: { ref: 'FTAP-1', until: new Date() } }, ['auditor']],
    ['through a break-glass of another case', { role: 'auditor', glass: { ref: 'FTAP-2', until: new Date() } }, []],
  ])('%s', (_case, grant, expected) => {
    expect(rolesOn(place, viewer('someone', grant))).toEqual(expected);
  });

  it('as its owner', () => {
    expect(rolesOn(place, viewer('owner', { role: 'applicant' }))).toEqual(['applicant']);
  });
});

describe('whom a task is addressed to', () => {
  it.each<[string, HeldGrant, boolean]>([
    ['of the group', { role: 'expert', group: 'pedagogy' }, true],
    ['of another group', { role: 'expert', group: 'law' }, false],
    ['of all groups', { role: 'expert' }, true],
    ['of another role', { role: 'reviewer', group: 'pedagogy' }, false],
  ])('an expert %s', (_case, grant, expected) => {
    expect(isAddressed(place, viewer('x', grant), { role: 'expert', group: 'pedagogy' })).toBe(expected);
  });

  it('one person, who must hold the role', () => {
    expect(isAddressed(place, viewer('x', { role: 'expert' }), { role: 'expert', person: 'x' })).toBe(true);
    expect(isAddressed(place, viewer('y', { role: 'expert' }), { role: 'expert', person: 'x' })).toBe(false);
    expect(isAddressed(place, viewer('x', { role: 'coach' }), { role: 'expert', person: 'x' })).toBe(false);
  });
});

describe('separation of duties', () => {
  const both = viewer('x', { role: 'reviewer' }, { role: 'authority' });

  it('keeps who instructed from deciding, and the reverse', () => {
    expect(whyNotAnswer(place, both, { role: 'authority' }, none)).toBeUndefined();
    expect(whyNotAnswer(place, both, { role: 'authority' }, { ...none, answeredAs: ['reviewer'] })).toBe('separationOfDuties');
    expect(whyNotAnswer(place, both, { role: 'reviewer' }, { ...none, answeredAs: ['authority'] })).toBe('separationOfDuties');
  });

  it('keeps the owner from acting on their own case as the service', () => {
    const owner = viewer('owner', { role: 'applicant' }, { role: 'reviewer' });
    expect(whyNotAnswer(place, owner, { role: 'reviewer' }, none)).toBe('separationOfDuties');
    expect(whyNotAnswer(place, owner, { role: 'applicant' }, none)).toBeUndefined();
  });

  it('lets the owner who runs a case act on it: nobody’s own case is decided on there', () => {
    const owner = viewer('owner', { role: 'programManager' });
    expect(whyNotAnswer(place, owner, { role: 'programManager' }, none)).toBe('separationOfDuties');
    expect(whyNotAnswer({ ...place, procedure: 'seated-event' }, owner, { role: 'programManager' }, none)).toBeUndefined();
  });

  it('keeps away whom the task excludes', () => {
    expect(whyNotAnswer(place, both, { role: 'reviewer' }, { ...none, except: ['x'] })).toBe('separationOfDuties');
  });
});

describe('a co-applicant', () => {
  const someone = (id: string) => viewer(id, { role: 'applicant' });

  it.each<[string, Action, boolean]>([
    ['reader', 'read file', true],
    ['reader', 'answer task', false],
    ['reader', 'exchange', false],
    ['editor', 'answer task', true],
    ['editor', 'intervene', false],
    ['signatory', 'answer task', true],
    ['signatory', 'intervene', true],
    ['stranger', 'read file', false],
  ])('with the right of a %s: %s %s', (id, action, expected) => {
    expect(rolesOn(place, someone(id), action)).toEqual(expected ? ['applicant'] : []);
  });

  it('answers for the applicant with the right to write, and never for the service', () => {
    expect(isAddressed(place, someone('editor'), { role: 'applicant' })).toBe(true);
    expect(isAddressed(place, someone('reader'), { role: 'applicant' })).toBe(false);
    const reviewer = viewer('reader', { role: 'applicant' }, { role: 'reviewer' });
    expect(whyNotAnswer(place, reviewer, { role: 'reviewer' }, none)).toBe('separationOfDuties');
  });

  it('of an application is none of a journey', () => {
    expect(rolesOn(place, viewer('editor', { role: 'participant' }))).toEqual([]);
  });
});
