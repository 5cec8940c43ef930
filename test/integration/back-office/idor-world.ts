import { randomUUID } from 'node:crypto';
import { openCallId } from '../../../prisma/seed-calls.js';
import { personId } from '../../../prisma/seed-people.js';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import type { Ids } from './addresses.js';
import { pdf, writtenDraft } from './applications.js';
import type { RunningJalon } from './case-worker.js';
import { type Cast, castOf, today } from './cast.js';
import { applied, cohortPlan, newCohort } from './cohort-cast.js';
import { convened, studiedCase } from './committee.js';
import { directors, startedWave, yearManager } from './directors-cast.js';

/** One thing of every kind, each somebody's. */
export interface World {
  readonly grant: string;
  readonly session: string;
  readonly cohort: string;
  readonly member: string;
  readonly year: string;
  readonly event: string;
  readonly ids: Required<Pick<Ids, 'document' | 'draft' | 'call' | 'edition' | 'mail' | 'note' | 'glass' | 'person'>>;
  readonly draftDocument: string;
}

export async function worldOf(jalon: RunningJalon): Promise<World> {
  const people = await castOf(jalon);
  const grant = await studiedCase(people, { title: 'Une aide que d’autres instruisent' });
  const { body: session } = await convened(people, [grant]);
  const cohort = await aCohort(jalon);
  const member = await anApplication(jalon, cohort);
  const manager = await yearManager(jalon);
  const [director] = await directors(jalon, 1);
  const { editionId, session: event } = await startedWave(manager, [director!]);
  const { caseRef: year } = await jalon.prisma.editionMember.findFirstOrThrow({ where: { editionId } });
  const delegated = await (
    await jalon.as(director!.name)
  ).post<{ delegates: { id: string }[] }>(`/directors/years/${year}/delegates`, {
    email: 'dany.agenda@exemple.gouv.invalid',
  });
  const draft = await writtenDraft(people.applicant, { title: 'Un brouillon' });
  const draftDocument = (await people.applicant.upload({ draftId: draft.id }, 'annexe.pdf', pdf)).body.id;
  return {
    grant,
    session: session.ref,
    cohort,
    member,
    year,
    event,
    draftDocument,
    ids: {
      document: (await jalon.prisma.document.findFirstOrThrow({ where: { caseRef: grant } })).id,
      draft: draft.id,
      call: await anUnpublishedCall(people),
      edition: editionId,
      mail: await aMail(jalon, grant),
      note: (await people.reviewer.post<{ id: string }>(`/cases/${grant}/notes`, { text: 'Note privée.' })).body.id,
      glass: (await people.admin.post<{ id: string }>(`/cases/${grant}/break-glass`, { reason: 'Vérifier une pièce signalée illisible.' }))
        .body.id,
      person: delegated.body.delegates[0]!.id,
    },
  };
}

async function anUnpublishedCall({ manager }: Cast): Promise<string> {
  const copy = { title: 'Un appel en préparation', opensOn: addDays(today(), 30), closesOn: addDays(today(), 90) };
  return (await manager.post<{ id: string }>(`/calls/${openCallId}/copy`, copy)).body.id;
}

async function aMail({ prisma }: RunningJalon, caseRef: string): Promise<string> {
  const mail = { id: randomUUID(), caseRef, topic: `test/${caseRef}`, recipient: 'camille.exemple@exemple.gouv.invalid' };
  return (await prisma.mail.create({ data: { ...mail, subject: 'Objet', text: 'Texte', html: '<p>Texte</p>' } })).id;
}

async function aCohort(jalon: RunningJalon): Promise<string> {
  const manager = await jalon.as('Alma Promotion');
  const plan = cohortPlan({ coaches: [{ person: personId('Robin Gabarit'), load: 2 }], jury: [personId('Max Épreuve')] });
  return (await manager.post<{ ref: string }>('/cohorts', newCohort(plan))).body.ref;
}

async function anApplication(jalon: RunningJalon, cohort: string): Promise<string> {
  // Where nobody is named, whoever holds the role for the perimeter answers for the employer.
  const { body } = await applied(await jalon.as('Morgan Canevas'), cohort, { employer: personId('Yael Esquisse') });
  return body.ref;
}
