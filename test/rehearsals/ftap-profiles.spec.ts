import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import { days, months } from '#workflows/calendar/term.js';
import type { BodyKind } from '#workflows/ftap/body-kinds.js';
import { legalProfiles, profileKeyOf } from '#workflows/ftap/legal-profiles.js';
import type { Play, Rehearsal } from '#workflows/kit/rehearsal.js';
import { aCall, aFileId, anApplication } from '../builders/ftap.js';
import { act, all, asked, intervene, letters, run, stages, told } from '../builders/ftap-rehearsal.js';

const from = (kind: BodyKind) => anApplication({ body: { ...anApplication().body, kind } });
const received = { start: instantAt('2024-02-05', '10:00') };
const dueOf = (rehearsal: Rehearsal, clock: string) => all(rehearsal, 'clockStarted').find((entry) => entry.clock === clock)?.due.lastDay;
const receiptOf = (rehearsal: Rehearsal) => all(rehearsal, 'produced')[0]?.data;
const investment = { call: { investment: true }, until: instantAt('2024-12-31', '00:00') };

/** Nobody checks the application. */
const unchecked = { 'check-completeness': (): Play => 'never' };

describe('which law a grant is under', () => {
  test.each<[BodyKind, boolean, string]>([
    ['stateService', false, 'INTERNAL_STATE'],
    ['stateService', true, 'INTERNAL_STATE'],
    ['operator', true, 'STATE_OPERATOR'],
    ['association', false, 'GENERAL_SUBSIDY'],
    ['company', true, 'GENERAL_SUBSIDY_INVESTMENT'],
  ])('CRPA L100-3, décret 2018-514 art. 1: a %s, investment %s, is %s', (kind, isInvestment, profile) => {
    expect(profileKeyOf({ application: from(kind), call: aCall({ investment: isInvestment }) })).toBe(profile);
  });
});

describe('acknowledgement', () => {
  test('CRPA L112-3 and R112-5: to the public, with the day and the meaning of silence', async () => {
    expect(receiptOf(await run({}, received))).toEqual({
      receivedOn: '2024-02-05',
      regime: 'law',
      implicitDecision: { on: '2024-04-05', direction: 'rejection', basis: 'CRPA L231-4' },
    });
  });

  test('CRPA L100-3: to a service of the State or an operator a plain notice, without an implicit decision', async () => {
    for (const kind of ['stateService', 'operator'] as const)
      expect(receiptOf(await run({}, { ...received, application: from(kind) }))).toEqual({ receivedOn: '2024-02-05', regime: 'service' });
  });

  test('décret 2018-514 art. 4: for an investment it says when the request is deemed admissible', async () => {
    expect(receiptOf(await run({}, investment))).toMatchObject({
      deemedAdmissibleOn: '2024-04-05',
      implicitDecision: { on: '2024-10-05', basis: 'décret n° 2018-514, article 7' },
    });
  });
});

describe('silence', () => {
  test('CRPA L231-4: two months without a decision reject a request for money', async () => {
    const rehearsal = await run(unchecked, { ...received, until: instantAt('2024-04-10', '00:00') });
    expect(all(rehearsal, 'clockExpired')).toMatchObject([{ id: 'implicit-rejection-1', at: instantAt('2024-04-06', '00:00') }]);
    expect(told(rehearsal)).toEqual(['filed', 'decision-clock-expired', 'implicit-rejection']);
  });

  test('CRPA L100-3: between administrations it decides nothing, and the service keeps its own promise of six months', async () => {
    for (const kind of ['stateService', 'operator'] as const) {
      const rehearsal = await run(unchecked, { ...received, application: from(kind), until: instantAt('2024-09-01', '00:00') });
      expect(dueOf(rehearsal, 'decision-promise')).toBe('2024-08-05');
      expect(told(rehearsal)).toEqual(['filed', 'decision-clock-expired']);
      expect(all(rehearsal, 'expected')).toEqual([]);
    }
  });
});

describe('an investment', () => {
  test('décret 2018-514 art. 4: two months without a finding make the request admissible, and the study begins', async () => {
    const rehearsal = await run(unchecked, investment);
    expect(dueOf(rehearsal, 'deemed-admissible')).toBe('2024-04-05');
    expect(all(rehearsal, 'dropped')[0]).toMatchObject({
      id: 'check-completeness-1',
      why: 'noLongerNeeded',
      at: instantAt('2024-04-06', '00:00'),
    });
    expect(stages(rehearsal).slice(0, 3)).toEqual(['filed', 'completeness', 'instruction']);
    expect(all(rehearsal, 'produced')[1]).toMatchObject({
      document: 'completeness-receipt',
      data: { deemed: true, completeOn: '2024-04-06' },
    });
    expect(
      all(rehearsal, 'told')
        .filter(({ template }) => template === 'deemed-admissible')
        .map(({ to }) => to.role),
    ).toEqual(['applicant', 'reviewer']);
  });

  test('décret 2018-514 art. 4: a finding in time ends that clock', async () => {
    const rehearsal = await run({}, investment);
    expect(all(rehearsal, 'clockEnded')[0]).toMatchObject({ id: 'deemed-admissible-1' });
    expect(told(rehearsal)).not.toContain('deemed-admissible');
  });

  test('CRPA L114-5: both clocks stand still while pieces are asked for', async () => {
    const rehearsal = await run(
      {
        'check-completeness': ({ nth }) =>
          nth === 1 ? { afterDays: 15, answer: { verdict: 'pieces', missing: ['budget'] }, by: 'reviewer-1' } : 'never',
        'supply-pieces': () => ({ afterDays: 17, answer: { documents: [aFileId] }, by: 'applicant-1' }),
      },
      investment,
    );
    // Asked on 20 February, received on 8 March: seventeen days, as in V02.
    expect(all(rehearsal, 'clockRestarted').map(({ id, due }) => [id, due.lastDay])).toEqual([
      ['implicit-rejection-1', '2024-10-22'],
      ['deemed-admissible-1', '2024-04-22'],
    ]);
    expect(all(rehearsal, 'produced')[2]).toMatchObject({ document: 'completeness-receipt', at: instantAt('2024-04-23', '00:00') });
  });

  test('V18, décret 2018-514 art. 7: eight months from the acknowledgement to the award, then an implicit rejection', async () => {
    const rehearsal = await run(
      { decide: () => 'never' },
      { ...investment, start: instantAt('2026-06-30', '10:00'), until: instantAt('2027-03-02', '00:00') },
    );
    expect(dueOf(rehearsal, 'implicit-rejection')).toBe('2027-02-28');
    expect(told(rehearsal).slice(-2)).toEqual(['decision-clock-expired', 'implicit-rejection']);
  });

  const extension = (day: string, n: number, by = 'manager-1') =>
    intervene(
      day,
      { kind: 'extend', id: 'implicit-rejection-1', term: months(n), reason: 'Une consultation européenne est en cours.' },
      by,
    );

  test('décret 2018-514 art. 7: a reasoned decision extends the term once, and the applicant is told', async () => {
    const rehearsal = await run(
      { decide: () => 'never' },
      { ...investment, acts: [extension('2024-09-02', 3), extension('2024-09-03', 1)], until: instantAt('2025-02-01', '00:00') },
    );
    expect(all(rehearsal, 'moved').map(({ due }) => due.lastDay)).toEqual(['2025-01-05']);
    expect(all(rehearsal, 'told').filter(({ template }) => template === 'decision-term-extended')).toMatchObject([
      { to: { role: 'applicant' }, data: { lastDay: '2025-01-05', reason: 'Une consultation européenne est en cours.' } },
    ]);
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'extensionNotAllowed' } }]);
    expect(all(rehearsal, 'clockExpired')).toMatchObject([{ at: instantAt('2025-01-06', '00:00') }]);
  });

  test('décret 2018-514 art. 7: the authority itself may extend', async () => {
    const byAuthority = act('2024-09-02', 'authority-1', 'authority', {
      kind: 'intervene',
      intervention: { kind: 'extend', id: 'implicit-rejection-1', term: days(30), reason: 'Une consultation européenne est en cours.' },
    });
    const rehearsal = await run({ decide: () => 'never' }, { ...investment, acts: [byAuthority] });
    expect(all(rehearsal, 'extended')).toMatchObject([{ by: 'authority-1' }]);
  });

  test('CRPA L231-4: no text lets a subsidy that is not an investment be extended', async () => {
    const rehearsal = await run({}, { ...received, acts: [extension('2024-03-01', 1)] });
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'extensionNotAllowed' } }]);
  });

  test('décret 2018-514 art. 8: the award names eligible cost, maximum, calendar, payments and repayment', async () => {
    const award = all(await run({}, investment), 'produced').find(({ document }) => document === 'decision-award');
    expect(award?.data).toMatchObject({
      amountCents: 100_000_00,
      eligibleCents: 300_000_00,
      startsOn: '2024-09-01',
      endsOn: '2025-08-31',
      instalments: [{ share: 0.3, amountCents: 30_000_00 }, { share: 0.5 }, { share: 0.2 }],
    });
  });
});

describe('remedies', () => {
  const refuse: Play = {
    afterDays: 2,
    answer: { verdict: 'inadmissible', reasons: 'L’organisme n’est pas éligible à l’appel.' },
    by: 'reviewer-1',
  };
  const refused = (kind: BodyKind) => run({ 'check-completeness': () => refuse }, { ...received, application: from(kind) });

  test.each<[string, BodyKind, string, string]>([
    ['CJA R421-1: to the court in two clear months', 'association', 'court', '2024-04-08'],
    ['CJA R421-1: an operator too', 'operator', 'court', '2024-04-08'],
    ['one legal person: arbitration, in the service’s own two months', 'stateService', 'arbitration', '2024-04-08'],
  ])('%s', async (_rule, kind, remedies, until) => {
    const rehearsal = await refused(kind);
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({ document: 'decision-refusal', data: { remedies } });
    expect(civilDateAt(all(rehearsal, 'closed')[0]?.at ?? 0) > until).toBe(true);
    expect(all(rehearsal, 'expected')).toMatchObject([{ event: 'appeal-lodged', optional: true, due: { lastDay: until } }]);
  });

  test('décret 2018-514 art. 7 and CRPA L231-4: who extends, who rejects by silence, whom silence binds not', () => {
    const rules = Object.entries(legalProfiles).map(([key, { silence, decisionExtensions, appealSilence }]) => [
      key,
      silence,
      decisionExtensions,
      appealSilence,
    ]);
    expect(rules).toEqual([
      ['INTERNAL_STATE', 'none', 0, 'none'],
      ['STATE_OPERATOR', 'none', 0, 'rejection'],
      ['GENERAL_SUBSIDY', 'rejection', 0, 'rejection'],
      ['GENERAL_SUBSIDY_INVESTMENT', 'rejection', 1, 'rejection'],
    ]);
  });
});

test('CRPA L114-5-1: a piece that is not essential is recalled to the applicant and blocks nothing', async () => {
  const rehearsal = await run({
    'check-completeness': () => ({ afterDays: 2, answer: { verdict: 'complete', noted: ['statutes'] }, by: 'reviewer-1' }),
  });
  expect(letters(rehearsal).slice(0, 2)).toEqual(['receipt', 'completeness-receipt']);
  expect(all(rehearsal, 'produced')[1]?.data).toEqual({
    completeOn: '2024-02-07',
    missingPieces: [{ label: 'Statuts', basis: 'Règlement de l’appel, article 5' }],
  });
  expect(asked(rehearsal, 'supply-pieces')).toEqual([]);
});
