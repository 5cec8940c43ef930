import { instantAt } from '#workflows/calendar/paris-time.js';
import { ftapCommitteeR1 } from '#workflows/ftap-committee/ftap-committee.r1.js';
import type { SessionInput } from '#workflows/ftap-committee/input.js';
import type { OpenItem, Play, ScheduledAct } from '#workflows/kit/rehearsal.js';
import { rehearse } from '#workflows/kit/rehearsal.js';
import { act, all, asked, letters, stages, told } from '../builders/read-rehearsal.js';
import { anAgendaCase, aSession } from '../builders/ftap-committee.js';
import { sessionPlayer } from '../builders/session-course.js';

type Plays = Readonly<Record<string, (item: OpenItem) => Play>>;

/** A session convened on 1 June 2026 for the 18th, in which all goes well but for what is changed. */
const session = (plays: Plays = {}, change: Partial<SessionInput> = {}, acts: ScheduledAct[] = []) =>
  rehearse(ftapCommitteeR1, {
    name: 'session',
    ref: 'COMITE-2026-000001',
    input: aSession(change),
    start: instantAt('2026-06-01', '10:00'),
    play: sessionPlayer(plays),
    acts,
  });

const [first, second, third] = ['FTAP-2026-000001', 'FTAP-2026-000002', 'FTAP-2026-000003'] as const;
const by = ({ to }: OpenItem) => to?.person ?? '';
const opening = (present: string[]): Plays => ({
  'open-sitting': (item) => ({
    afterHours: (instantAt('2026-06-18', '10:00') - item.openedAt) / 3_600_000,
    answer: { sitting: 'held', present },
    by: by(item),
  }),
});
const favourable = (amountCents: number) => ({ result: 'favourable', amountCents });
const postponed = { result: 'postponed', why: 'Le budget doit être précisé.' };
const unfavourable = { result: 'unfavourable', why: 'Le coût par agent formé n’est pas établi.' };
const opinions =
  (...of: object[]): Plays[string] =>
  (item) => ({ afterHours: 2, answer: { results: { [first]: of[0], [second]: of[1], [third]: of[2] } }, by: by(item) });

test('a tie found at the sitting: the mark is left out, the quorum recomputed, the member kept from the opinion (CGFP L121-5)', async () => {
  const rehearsal = await session({
    'open-sitting': (item) => ({
      afterHours: (instantAt('2026-06-18', '10:00') - item.openedAt) / 3_600_000,
      answer: {
        sitting: 'held',
        present: ['committee-1', 'committee-2', 'committee-3'],
        recusals: [{ person: 'committee-2', ref: first }],
      },
      by: by(item),
    }),
  });
  const cases = (asked(rehearsal, 'give-opinions')[0]?.context as { cases: { ref: string; marks: { count: number }; quorum: object }[] })
    .cases;
  const plain = (
    asked(await session(), 'give-opinions')[0]?.context as {
      cases: { ref: string; marks: { count: number }; quorum: { sitting: number } }[];
    }
  ).cases;
  const of = <T extends { ref: string }>(list: readonly T[]) => list.find(({ ref }) => ref === first);
  expect(of(cases)?.quorum).toMatchObject({ sitting: (of(plain)?.quorum.sitting ?? 0) - 1 });
  expect(JSON.stringify(of(cases)?.marks)).not.toBe(JSON.stringify(of(plain)?.marks));
  expect(asked(rehearsal, 'give-opinions')[0]?.except).toContain('committee-2');
  expect(all(rehearsal, 'produced').at(-1)?.data).toMatchObject({
    cases: expect.arrayContaining([expect.objectContaining({ ref: first, recused: ['committee-2'] })]) as unknown,
  });
});

describe('a session from its convening to its minutes', () => {
  test('every case hears its opinion by one signature', async () => {
    const rehearsal = await session();
    expect(rehearsal.refusals).toEqual([]);
    expect(stages(rehearsal)).toEqual(['preparation', 'sitting', 'minutes']);
    expect(letters(rehearsal)).toEqual(['minutes-draft', 'minutes']);
    expect(told(rehearsal).slice(0, 3)).toEqual(['convened', 'convened', 'convened']);
    const informed = all(rehearsal, 'informed');
    expect(informed).toMatchObject([
      {
        ref: first,
        event: 'committee-heard',
        by: 'committee-1',
        data: { session: 'COMITE-2026-000001', metOn: '2026-06-18', ...favourable(100_000_00) },
      },
      { ref: second, data: favourable(200_000_00) },
      { ref: third, data: { result: 'waitingList', rank: 1, amountCents: 300_000_00 } },
    ]);
    const signed = all(rehearsal, 'answered').findLast(({ id }) => id === 'sign-minutes-1');
    expect(informed.every(({ at }) => at === signed?.at)).toBe(true);
    expect(rehearsal.outcome).toEqual({ kind: 'held', data: { heard: 3 } });
  });

  test('marks are sealed until the chair opens the sitting, which takes no more of them', async () => {
    const rehearsal = await session({ 'mark-cases': (item) => (by(item) === 'committee-3' ? 'never' : sessionPlayer()(item)) });
    const seals = all(rehearsal, 'asked').filter(({ seal }) => seal === 'session');
    expect(new Set(seals.map(({ task }) => task))).toEqual(new Set(['open-sitting', 'declare-interests', 'mark-cases']));
    expect(all(rehearsal, 'dropped')).toMatchObject([{ id: 'mark-cases-3', why: 'noLongerNeeded' }]);
    expect(asked(rehearsal, 'give-opinions')[0]?.context).toMatchObject({
      cases: [{ ref: first, marks: { count: 2, average: 15 } }, {}, {}],
    });
  });

  test('the agenda is ranked by the average of the marks', async () => {
    const rehearsal = await session({
      'mark-cases': (item) => ({
        afterDays: 1,
        answer: { marks: Object.fromEntries([8, 12, 18].map((mark, n) => [[first, second, third][n], { mark, favour: 'reserved' }])) },
        by: by(item),
      }),
    });
    expect(asked(rehearsal, 'give-opinions')[0]?.context).toMatchObject({ cases: [{ ref: third }, { ref: second }, { ref: first }] });
  });

  test('who presides may take the opinions again before signing', async () => {
    const rehearsal = await session({
      'sign-minutes': (item) => ({
        afterHours: 1,
        answer: item.nth === 1 ? { verdict: 'correct', why: 'Le montant du deuxième dossier est faux.' } : { verdict: 'sign', exact: true },
        by: by(item),
      }),
    });
    expect(asked(rehearsal, 'give-opinions')[1]?.context).toMatchObject({
      correction: 'Le montant du deuxième dossier est faux.',
      leftCents: 450_000_00,
    });
    expect(letters(rehearsal)).toEqual(['minutes-draft', 'minutes-draft', 'minutes']);
    expect(all(rehearsal, 'informed')).toHaveLength(3);
  });

  test('a sitting that cannot be held leaves its cases to the next one', async () => {
    const rehearsal = await session({
      'open-sitting': (item) => ({ afterDays: 17, answer: { sitting: 'notHeld', why: 'Un seul membre est présent.' }, by: by(item) }),
    });
    expect(rehearsal.outcome).toEqual({ kind: 'notHeld', reason: 'Un seul membre est présent.' });
    expect(all(rehearsal, 'informed')).toEqual([]);
    expect(told(rehearsal).filter((template) => template === 'not-held')).toHaveLength(4);
  });

  test('the program manager may cancel it, and then nothing is heard', async () => {
    const rehearsal = await session({}, {}, [
      act('2026-06-05', 'manager-1', 'programManager', {
        kind: 'intervene',
        intervention: { kind: 'withdraw', reason: 'Séance reportée' },
      }),
    ]);
    expect(rehearsal.outcome?.kind).toBe('withdrawn');
    expect(told(rehearsal).slice(-4)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
  });
});

describe('recusal', () => {
  const ofTheFirstBody = { members: aSession().members.map((one, n) => (n === 1 ? { ...one, siret: '99900000100028' } : one)) };

  test('a member of the applicant’s body stands aside, whatever they declare', async () => {
    const rehearsal = await session({}, ofTheFirstBody);
    expect(asked(rehearsal, 'declare-interests')[1]?.context).toMatchObject({
      recused: [{ ref: first }],
      cases: [{ ref: second }, { ref: third }],
    });
    expect(asked(rehearsal, 'mark-cases').map(({ to, context }) => [to.person, (context as { refs: string[] }).refs])).toEqual(
      expect.arrayContaining([['committee-2', [second, third]]]),
    );
    const cases = (asked(rehearsal, 'give-opinions')[0]?.context as { cases: { ref: string; marks: object; quorum: object }[] }).cases;
    expect(cases.find(({ ref }) => ref === first)).toMatchObject({ marks: { count: 2 }, quorum: { sitting: 2, needed: 1, present: 2 } });
  });

  test('a mark on a case that one stood aside from is refused', async () => {
    const rehearsal = await session(
      {
        'mark-cases': (item) => ({
          afterDays: 1,
          answer: { marks: Object.fromEntries([first, second, third].map((ref) => [ref, { mark: 12, favour: 'favourable' }])) },
          by: by(item),
        }),
      },
      ofTheFirstBody,
    );
    expect(rehearsal.refusals).toMatchObject([
      {
        request: { by: 'committee-2' },
        refusal: {
          code: 'answerInvalid',
          fields: { marks: 'Vous vous êtes déporté sur ce dossier\u00a0: vous ne pouvez ni le lire ni le noter.' },
        },
      },
    ]);
  });

  test('a declared tie takes the case away before it could be read', async () => {
    const rehearsal = await session({
      'declare-interests': (item) => ({
        afterDays: 1,
        answer: {
          interests: { [first]: 'none', [second]: by(item) === 'committee-3' ? 'personal' : 'none', [third]: 'none' },
          sincere: true,
        },
        by: by(item),
      }),
    });
    const refs = asked(rehearsal, 'mark-cases').map(({ to, context }) => [
      to.person,
      (context as { refs: string[] }).refs.includes(second),
    ]);
    expect(Object.fromEntries(refs)).toEqual({ 'committee-1': true, 'committee-2': true, 'committee-3': false });
  });

  test('for the cases that the chair stands aside from another member who is there writes the opinion down, under the same envelope', async () => {
    const rehearsal = await session(
      {},
      { members: aSession().members.map((one, n) => (n === 0 ? { ...one, siret: '99900000100028' } : one)) },
    );
    expect(asked(rehearsal, 'give-opinions')).toMatchObject([
      { to: { person: 'committee-1' }, context: { leftCents: 450_000_00, cases: [{ ref: second }, { ref: third }] } },
      { to: { person: 'committee-2' }, context: { leftCents: 250_000_00, cases: [{ ref: first }], ranksTaken: [1] } },
    ]);
    expect(all(rehearsal, 'informed')).toHaveLength(3);
  });

  test('a case from which all stand aside is postponed', async () => {
    const rehearsal = await session(
      {},
      { agenda: [anAgendaCase(1), anAgendaCase(2)], members: aSession().members.map((one) => ({ ...one, siret: '99900000100028' })) },
    );
    expect(all(rehearsal, 'informed')).toMatchObject([
      { ref: first, data: { result: 'postponed' } },
      { ref: second, data: { result: 'favourable' } },
    ]);
  });
});

describe('what the sitting may decide', () => {
  test('a case without its quorum can only be postponed; the recusal of another lowers what is needed', async () => {
    // Five members of which three are needed; two are there. On the third case two stand aside: two of three are enough.
    const members = [1, 2, 3, 4, 5].map((number) => ({ person: `committee-${number}`, ...(number > 3 && { siret: '99900000300028' }) }));
    const attended = opening(['committee-1', 'committee-2']);
    const refused = await session(
      { ...attended, 'give-opinions': opinions(favourable(100_000_00), postponed, favourable(300_000_00)) },
      { members },
    );
    expect(refused.refusals[0]?.refusal.fields).toEqual({
      [`results.${first}.result`]: 'Le quorum n’est pas atteint sur ce dossier\u00a0: il ne peut être qu’ajourné.',
    });
    const taken = await session({ ...attended, 'give-opinions': opinions(postponed, postponed, favourable(300_000_00)) }, { members });
    expect(taken.refusals).toEqual([]);
    expect(all(taken, 'informed').map(({ data }) => (data as { result: string }).result)).toEqual(['postponed', 'postponed', 'favourable']);
  });

  test.each<[string, object[], string, RegExp]>([
    [
      'more than was asked for',
      [favourable(100_000_01), postponed, postponed],
      `results.${first}.amountCents`,
      /ne peut pas dépasser 100000/,
    ],
    ['less than the floor', [favourable(49_999_99), postponed, postponed], `results.${first}.amountCents`, /au moins 50000/],
    [
      'more than the envelope',
      [favourable(100_000_00), favourable(200_000_00), favourable(150_000_01)],
      `results.${third}.amountCents`,
      /dépasse ce qui reste de l’enveloppe, soit 450\u202f000\u00a0€/,
    ],
    [
      'one rank twice',
      [{ result: 'waitingList', rank: 1, amountCents: 100_000_00 }, { result: 'waitingList', rank: 1, amountCents: 200_000_00 }, postponed],
      `results.${second}.rank`,
      /Le rang 1 est déjà pris/,
    ],
    [
      'an unfavourable opinion without reasons',
      [{ ...unfavourable, why: 'Non.' }, postponed, postponed],
      `results.${first}.why`,
      /20 caractères/,
    ],
  ])('not %s', async (_case, given, field, message) => {
    const { refusals, waitsFor } = await session({ 'give-opinions': opinions(...given) });
    expect(refusals[0]?.refusal.fields?.[field]).toMatch(message);
    expect(waitsFor).toEqual(['give-opinions-1']);
  });

  test('each case of the agenda once, and no other', async () => {
    const missing = await session({
      'give-opinions': (item) => ({ afterHours: 1, answer: { results: { [first]: postponed, [second]: postponed } }, by: by(item) }),
    });
    expect(Object.keys(missing.refusals[0]?.refusal.fields ?? {})).toEqual([`results.${third}`]);
    const other = await session({
      'give-opinions': (item) => ({
        afterHours: 1,
        answer: { results: { [first]: postponed, [second]: postponed, [third]: postponed, 'FTAP-2026-000009': postponed } },
        by: by(item),
      }),
    });
    expect(Object.keys(other.refusals[0]?.refusal.fields ?? {})).toEqual(['results']);
  });
});
