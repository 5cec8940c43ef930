import { answer, openAct, refused, send } from './answering.js';
import { dayIn, openedCohort, pass, seatedMember, signedByAll } from './cohort-by-api.js';
import { as } from './running-jalon.js';

const minute = 60_000;
const title = 'Chef de projet, départ d’essai';
const journey = 'Chef de projet ou de produit numérique';
const ownWords = 'Je rejoins ma famille dans une autre région.';

/** A journey that ends early, in neutral words. */
export function participantLeaves() {
  let ref = '';
  const act = (label: string) => ({ ref, title: journey, label });

  beforeAll(async () => {
    const cohort = await openedCohort(title, { coaches: ['Aube Repère'], jury: ['Max Épreuve'] });
    ref = await seatedMember(cohort, 'Lio Pastiche');
    await signedByAll(ref, 'Lio Pastiche');
    await pass(ref, 30);
  }, minute);

  test(
    'a participant ends the journey without a reason to give; the coach listens; the employer reads the last day and nothing else',
    async () => {
      const endsOn = await dayIn(ref);
      await as('Lio Pastiche', async (lio) => {
        await openAct(lio, act('Mettre fin au parcours'));
        await refused(lio, 'Dernier jour du parcours', 'Indiquez une date');
        await lio.field('Dernier jour du parcours').fill(endsOn);
        await lio.field('Message').fill(ownWords);
        await lio.inspect('leave-journey');
        await send(lio);
      });
      await as('Aube Repère', (aube) =>
        answer(
          aube,
          act('Tenir l’entretien de fin de parcours'),
          async () => {
            await aube.choose('L’entretien a eu lieu');
            await aube.field('Ce que le programme peut en apprendre').fill('Proposer plus tôt un échange sur la mobilité.');
          },
          'exit-interview',
        ),
      );
      await as('Yael Esquisse', async (yael) => {
        await yael.visit(`/dossiers/${ref}`, journey);
        await yael.page.getByText('Parcours terminé avant son terme').first().waitFor();
        await yael.page.waitForLoadState('networkidle');
        const page = await yael.page.locator('main').innerText();
        expect(page).not.toContain(ownWords);
        expect(page).not.toMatch(/mobilité|abandon|échec/i);
        await yael.inspect('journey-ended-employer');
      });
    },
    2 * minute,
  );
}
