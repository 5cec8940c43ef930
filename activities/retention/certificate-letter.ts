import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt, isoParis } from '#workflows/calendar/paris-time.js';
import { facts, heading, type Letter, list, paragraph } from '../documents/letters/letter.js';
import { renderLetter } from '../documents/letters/render-letter.js';
import type { ServiceContact } from '../service-contact.js';
import type { Certificate } from './certificate.js';

interface Signed {
  readonly keyId: string;
  readonly signature: string;
}

/** The certificate to be read, as a letter: the same certificate gives the same bytes. */
export const renderCertificate = (certificate: Certificate, signed: Signed, service: ServiceContact): Promise<Buffer> =>
  renderLetter(certificateLetter(certificate, signed, service), Date.parse(certificate.destroyedAt));

export function certificateLetter(certificate: Certificate, { keyId, signature }: Signed, service: ServiceContact): Letter {
  const { ref, retention, holds, visa, entries, lastHash } = certificate;
  const at = Date.parse(certificate.destroyedAt);
  const time = isoParis(at).slice(11, 16).replace(':', ' h ');
  return {
    title: 'Procès-verbal d’élimination',
    reference: ref,
    on: civilDateAt(at),
    service,
    addressee: ['Service des archives'],
    blocks: [
      paragraph(
        `Le ${frenchDate(civilDateAt(at))} à ${time}, le contenu du dossier ${ref} a été détruit : la clé qui le chiffrait n’existe plus, et personne ne peut plus le lire.`,
      ),
      facts('Le dossier', [
        ['Référence', ref],
        ['Procédure', `${certificate.procedureLabel} (${certificate.revision})`],
        ['Ouvert le', frenchDate(certificate.openedOn)],
        ['Clos le', frenchDate(certificate.closedOn)],
        ['Durée d’utilité administrative', retention.duration],
        ['Conservé jusqu’au', frenchDate(retention.until)],
      ]),
      ...(holds.length === 0
        ? []
        : [
            heading('Suspensions'),
            list(holds.map(({ since, until }) => `Du ${frenchDate(since)}${until === null ? '' : ` au ${frenchDate(until)}`} : litige.`)),
          ]),
      facts('Visa d’élimination', [
        ['Visa des archives', visa.reference],
        ['Porté par', `${visa.givenBy}, le ${frenchDate(visa.givenOn)}`],
        ['Confirmé par', `${visa.confirmedBy}, le ${frenchDate(visa.confirmedOn)}`],
      ]),
      facts('Ce qui reste', [
        ['Écritures du registre scellé', String(entries)],
        ['Empreinte de la dernière', lastHash],
      ]),
    ],
    signatures: [],
    notices: [
      {
        title: 'Signature du service',
        blocks: [
          paragraph(
            `Le fichier JSON de ce procès-verbal est signé (Ed25519, clé ${keyId}) : ${signature}. Il fait foi ; cette page en est la lecture. La suite des empreintes du registre scellé se vérifie toujours, sans rien révéler de ce qu’il contenait.`,
          ),
        ],
      },
    ],
  };
}
