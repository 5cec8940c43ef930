import { z } from 'zod';

const cents = z.number().int().min(0);

/** A case on the agenda, as it stood when the session was convened: `frozenSeq` is the last entry of its journal that day. */
const agendaCase = z.object({
  ref: z.string(),
  title: z.string(),
  bodyName: z.string(),
  siret: z.string(),
  requestedCents: cents,
  floorCents: cents,
  /** Weighted totals of the reviewers' grids, out of 20. */
  totals: z.array(z.number()),
  /** What the experts who answered said. */
  opinions: z.array(z.string()),
  frozenSeq: z.number().int().positive(),
  frozenHash: z.string(),
});

const member = z.object({
  person: z.string(),
  /** Where the member works: a member of an applicant's body does not sit on its case. */
  siret: z.string().optional(),
  bodyName: z.string().optional(),
});

/** What a session is convened with. */
export const sessionInput = z.object({
  callId: z.string(),
  callTitle: z.string(),
  /** Day of the sitting. */
  metOn: z.iso.date(),
  chair: z.string(),
  /** Who convened it, and takes the minutes. */
  secretary: z.string(),
  members: z.array(member).min(1),
  /** Share of the members without a recusal who must be there for a case to be decided on. */
  quorum: z.number().gt(0).max(1),
  /** What is left of the call's envelope on that day. */
  envelopeLeftCents: z.number().int(),
  /** Why the members were given less than seven working days. */
  shortNotice: z.string().optional(),
  zone: z.enum(['metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte']).default('metropole'),
  agenda: z.array(agendaCase).min(1),
});

export type SessionInput = z.infer<typeof sessionInput>;
export type AgendaCase = SessionInput['agenda'][number];
export type Member = SessionInput['members'][number];
