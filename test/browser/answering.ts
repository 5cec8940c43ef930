import type { Person } from './person.js';

/** Something that a person does on a case: from the page of the case, by the words of its link. */
export interface Act {
  readonly ref: string;
  readonly title: string;
  readonly label: string;
}

/** From the case's page to the form of what is expected of the person, or offered to them. */
export async function openAct(person: Person, { ref, title, label }: Act) {
  if (!ref) throw new Error('No application was filed.');
  await person.visit(`/dossiers/${ref}`, title);
  await person.page.getByRole('link', { name: label, exact: true }).first().click();
  await person.heading(label);
}

/** Sends what has been filled in, to the confirmation. */
export async function send(person: Person) {
  await person.button(/Envoyer ma réponse|Enregistrer/).click();
  await person.page.getByRole('heading', { name: 'Votre réponse est enregistrée' }).waitFor();
}

/** From the case's page to what is expected of the person, through the answer, to the confirmation. */
export async function answer(person: Person, act: Act, fill: () => Promise<void>, picture: string) {
  await openAct(person, act);
  await fill();
  await person.inspect(picture);
  await send(person);
}

/** Sends what lacks something: nothing leaves, and the field says what is missing to whoever sees or hears it. */
export async function refused(person: Person, label: string | RegExp, message: string | RegExp) {
  await person.button(/Envoyer ma réponse|Enregistrer/).click();
  await person.page.getByRole('heading', { name: /à corriger$/ }).waitFor();
  expect(await descriptionOf(person, label)).toMatch(message);
}

/** What a screen reader says of a field besides its name. */
async function descriptionOf(person: Person, label: string | RegExp): Promise<string> {
  const ids = ((await person.field(label).getAttribute('aria-describedby')) ?? '').split(' ');
  const texts = await Promise.all(ids.map((id) => person.page.locator(`[id="${id}"]`).textContent()));
  return texts.join(' ');
}
