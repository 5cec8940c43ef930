import { openAct, send } from './answering.js';
import { heardByCommittee, studiedCase } from './heard-case.js';
import { as, byApi, onChromium } from './running-jalon.js';

const minute = 60_000;
const title = 'Former les acheteurs publics';
const inLaw = 'Règlement de l’appel, article 3 : les dépenses de fonctionnement courant sont exclues.';
const inFact = 'Le projet finance pour l’essentiel des abonnements et du matériel de bureau.';

/** By the identity provider, in and out; and what a session does meanwhile. */
export function signingIn() {
  test(
    'in and out by the provider, whose account is not remembered after',
    () =>
      onChromium('Alix Fictif', async (alix) => {
        const { page } = alix;
        await page.goto('/taches');
        await alix.heading('Se connecter');
        await page.getByText('Une difficulté pour vous connecter').waitFor();
        await alix.inspect('sign-in');
        await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
        await alix.heading('Choisir un compte');
        await alix.inspect('provider');
        await alix.chooseAccount(false);
        await alix.heading('Tâches');
        await page.getByRole('button', { name: 'Se déconnecter' }).click();
        await alix.heading('Se connecter');
        await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
        await alix.heading('Choisir un compte');
      }),
    minute,
  );

  test(
    'what a person reads whom the provider knows and Jalon does not, or whose sign-in failed',
    () =>
      onChromium('Alix Fictif', async (alix) => {
        await alix.visit('/connexion/inconnu', 'Votre compte n’est pas encore connu de Jalon');
        await alix.page.getByText('À qui écrire').waitFor();
        await alix.inspect('unknown-person');
        await alix.button('Changer de compte').click();
        await alix.heading('Se connecter');
        await alix.visit('/connexion?probleme=echec', 'Se connecter');
        await alix.page.getByRole('heading', { name: 'La connexion n’a pas abouti' }).waitFor();
        await alix.inspect('sign-in-failed');
      }),
    minute,
  );

  test(
    'one’s own sessions, of which the others are ended',
    async () => {
      await byApi('Mahé Contrôle');
      await as('Mahé Contrôle', async (mahe) => {
        await mahe.page.getByRole('link', { name: 'Mahé Contrôle' }).click();
        await mahe.heading('Mes sessions');
        await mahe.page.getByText('Cette session').waitFor();
        await mahe.inspect('own-sessions');
        await mahe.button('Terminer toutes les autres sessions').click();
        await mahe.button('Terminer les autres sessions').click();
        await mahe.page.getByRole('button', { name: 'Terminer toutes les autres sessions' }).waitFor({ state: 'detached' });
        expect(await mahe.page.getByRole('row').count()).toBe(2);
      });
    },
    minute,
  );

  test(
    'a warning before a session ends by itself, and one press to stay',
    () =>
      onChromium('Dominique Test-Martin', async (dominique) => {
        const { page } = dominique;
        await page.clock.install();
        await dominique.enter({ strong: false });
        await page.clock.fastForward('01:54:30');
        await page.getByRole('heading', { name: 'Votre session va se terminer' }).waitFor();
        await dominique.inspect('session-warning');
        await dominique.button('Rester connecté').click();
        await page.getByRole('heading', { name: 'Votre session va se terminer' }).waitFor({ state: 'detached' });
        await page.clock.fastForward('01:59:30');
        await page.getByRole('heading', { name: 'Votre session a expiré' }).waitFor();
      }),
    minute,
  );

  describe('a decision', () => {
    let ref = '';
    beforeAll(async () => {
      ref = await studiedCase(title);
      await heardByCommittee(ref, 120_000_00);
    }, 2 * minute);

    test(
      'needs a second factor: the authority is sent for one, and finds what they wrote',
      () =>
        onChromium('Jo Factice', async (jo) => {
          const { page } = jo;
          await jo.enter({ strong: false });
          await openAct(jo, { ref, title, label: 'Décider de la subvention' });
          await jo.choose('Refuser');
          await jo.field('Motifs de droit').fill(inLaw);
          await jo.field('Motifs de fait').fill(inFact);
          await jo.button('Envoyer ma réponse').click();
          await page.getByRole('heading', { name: 'Une connexion renforcée est nécessaire' }).waitFor();
          await jo.inspect('strong-sign-in-needed');
          await page.getByRole('link', { name: 'Renforcer ma connexion' }).click();
          await jo.heading('Choisir un compte');
          expect(await page.getByLabel('Connexion renforcée').isChecked()).toBe(true);
          await jo.button(jo.name).click();
          await jo.heading('Décider de la subvention');
          expect(await jo.field('Motifs de fait').inputValue()).toBe(inFact);
          await send(jo);
        }),
      2 * minute,
    );
  });
}
