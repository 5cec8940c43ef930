import type { Document, Prisma } from '#prisma/generated/client.js';
import type { StoredCase } from '../cases/case-access.js';
import type { Viewer } from '../permissions/viewer.js';

type Database = Pick<
  Prisma.TransactionClient,
  | 'accessEntry'
  | 'answerDraft'
  | 'dataRequest'
  | 'delegation'
  | 'draft'
  | 'identity'
  | 'journal'
  | 'mail'
  | 'message'
  | 'note'
  | 'participation'
  | 'person'
  | 'session'
  | 'task'
>;

/**
 * Everything that the service knows of a person, as plain data. Of a case that is theirs, what they gave and what they were told; of the
 * cases of others, on which they work or worked, only that they did and when: its content is those others'. `cases`: those that are theirs;
 * `files`: the documents that go with them.
 */
export async function ownFacts(database: Database, viewer: Viewer, cases: readonly StoredCase[], files: readonly Document[]) {
  const { id: personId, email } = viewer;
  const refs = cases.map(({ ref }) => ref);
  const isOwn = (ref: string | null) => ref !== null && refs.includes(ref);
  const ofOwn = { caseRef: { in: refs } };
  const person = await database.person.findUniqueOrThrow({ where: { id: personId }, include: { grants: true, body: true } });
  const identities = await database.identity.findMany({ where: { personId } });
  const sessions = await database.session.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } });
  const drafts = await database.draft.findMany({ where: { ownerId: personId } });
  const openings = await database.journal.findMany({ where: { ...ofOwn, type: 'opened' } });
  const answers = await database.task.findMany({ where: { answeredBy: personId }, orderBy: { closedAt: 'asc' } });
  const started = await database.answerDraft.findMany({ where: { personId } });
  const messages = await database.message.findMany({ where: { OR: [{ authorId: personId }, ofOwn] }, orderBy: { at: 'asc' } });
  const notes = await database.note.findMany({
    where: { OR: [{ authorId: personId }, { ...ofOwn, shared: true }] },
    orderBy: { at: 'asc' },
  });
  const mails = await database.mail.findMany({
    where: { recipient: { equals: email, mode: 'insensitive' } },
    orderBy: { createdAt: 'asc' },
  });
  const shared = await database.participation.findMany({ where: { personId } });
  const delegated = await database.delegation.findMany({ where: { personId } });
  const reads = await database.accessEntry.findMany({ where: { personId }, orderBy: { at: 'asc' } });
  const readers = await database.accessEntry.findMany({ where: { ...ofOwn, personId: { not: personId } }, orderBy: { at: 'asc' } });
  const requests = await database.dataRequest.findMany({ where: { personId } });
  return {
    personne: { nom: person.name, adresse: person.email, organisme: person.body?.name, crééeLe: person.createdAt },
    rôles: person.grants.map(({ role, procedure, callId, groupName }) => ({
      rôle: role,
      procédure: procedure,
      appel: callId,
      groupe: groupName,
    })),
    identités: identities.map(({ issuer, subject, createdAt, lastUsedAt }) => ({
      fournisseur: issuer,
      identifiant: subject,
      créée: createdAt,
      dernièreConnexion: lastUsedAt,
    })),
    sessions: sessions.map(({ agent, createdAt, lastSeenAt, endedAt }) => ({
      appareil: agent,
      ouverte: createdAt,
      dernièreActivité: lastSeenAt,
      terminée: endedAt,
    })),
    brouillons: drafts.map(({ id, procedure, content, createdAt, updatedAt, caseRef }) => ({
      id,
      procédure: procedure,
      dossier: caseRef,
      contenu: content,
      créé: createdAt,
      modifié: updatedAt,
    })),
    dossiers: cases.map((one) => ({
      référence: one.ref,
      procédure: one.procedure,
      titre: one.title,
      état: one.status,
      issue: one.outcome,
      ouvert: one.opened_at,
      clos: one.closed_at,
      demande: (openings.find(({ caseRef }) => caseRef === one.ref)?.entry as { input?: { application?: unknown } } | undefined)?.input
        ?.application,
    })),
    réponses: answers.map(({ caseRef, key, closedAt, answer }) => ({
      dossier: caseRef,
      tâche: key,
      le: closedAt,
      ...(isOwn(caseRef) && { réponse: answer }),
    })),
    réponsesCommencées: started.map(({ taskId, updatedAt }) => ({ tâche: taskId, modifiée: updatedAt })),
    // On the cases of others, that they wrote and when.
    messages: messages.map(({ caseRef, authorId, side, at, text }) => ({
      dossier: caseRef,
      de: authorId === personId ? 'vous' : side === 'service' ? 'le service' : 'le porteur',
      le: at,
      ...(isOwn(caseRef) && { texte: text }),
    })),
    notes: notes.map(({ caseRef, authorId, shared: isShared, at, text }) => ({
      dossier: caseRef,
      de: authorId === personId ? 'vous' : 'votre coach',
      partagée: isShared,
      le: at,
      ...(isOwn(caseRef) && { texte: text }),
    })),
    courriels: mails.map(({ caseRef, topic, subject, text, createdAt }) => ({
      dossier: caseRef,
      objet: subject,
      écrit: createdAt,
      // Of a draft a mail is sent to those alone who write it.
      ...((isOwn(caseRef) || topic?.startsWith('draft/')) && { texte: text }),
    })),
    participations: shared.map(({ caseRef, draftId, right, at }) => ({ dossier: caseRef, brouillon: draftId, droit: right, depuis: at })),
    délégations: delegated.map(({ caseRef, at }) => ({ dossier: caseRef, depuis: at })),
    lectures: reads.map(({ caseRef, at, what }) => ({ dossier: caseRef, le: at, page: what })),
    lecturesDeVosDossiers: readers.map(({ caseRef, at, roles, what }) => ({ dossier: caseRef, le: at, enTantQue: roles, page: what })),
    demandes: requests.map(({ kind, text, at, dueOn, verdict, answer, answeredAt }) => ({
      nature: kind,
      texte: text,
      le: at,
      avantLe: dueOn,
      issue: verdict,
      réponse: answer,
      répondueLe: answeredAt,
    })),
    fichiers: files.map(({ id, filename, caseRef, size, sha256, createdAt }) => ({
      id,
      nom: filename,
      dossier: caseRef,
      taille: size,
      sha256,
      du: createdAt,
    })),
  };
}
