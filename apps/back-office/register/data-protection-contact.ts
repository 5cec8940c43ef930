import { z } from 'zod';

/** The data protection officer, whom people write to about their data. */
const contact = z.object({ name: z.string().min(1), email: z.email(), address: z.array(z.string()).default([]) });
export type DataProtectionContact = z.infer<typeof contact>;

/** Invented, and seen to be: a real deployment sets JALON_DPO. */
const demonstration: DataProtectionContact = {
  name: 'Délégué à la protection des données (démonstration)',
  email: 'dpo@exemple.gouv.invalid',
  address: ['1 rue de l’Exemple', '75000 Paris'],
};

/** The officer that JALON_DPO describes, in JSON; left out, that of the demonstration. */
export const readDataProtectionContact = (json: string | undefined): DataProtectionContact =>
  json ? contact.parse(JSON.parse(json)) : demonstration;
