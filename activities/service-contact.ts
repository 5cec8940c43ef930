import { z } from 'zod';

/** Whom people write to or call about a case: every letter and mail names it (CRPA L111-2 and R112-5). */
export const serviceContact = z.object({
  name: z.string().min(1),
  /** Lines of the postal address. */
  address: z.array(z.string()).min(1),
  email: z.string().min(3),
  phone: z.string().min(3),
  /** Where letters are signed. */
  town: z.string().min(1),
  /** The court that hears appeals against the service's decisions. */
  court: z.string().min(1),
});

export type ServiceContact = z.infer<typeof serviceContact>;

/** Invented, and seen to be: a real deployment sets JALON_SERVICE. */
const demonstration: ServiceContact = {
  name: 'Campus du numérique public (démonstration)',
  address: ['1 rue de l’Exemple', '75000 Paris'],
  email: 'guichet@exemple.gouv.invalid',
  phone: '01 99 00 00 00',
  town: 'Paris',
  court: 'tribunal administratif de Paris',
};

/** The service that JALON_SERVICE describes, in JSON; left out, that of the demonstration. */
export function readServiceContact(json: string | undefined): ServiceContact {
  return json ? serviceContact.parse(JSON.parse(json)) : demonstration;
}
