import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import type { ServiceContact } from '../../service-contact.js';
import { type Letter, list, paragraph } from './letter.js';

type Notice = Letter['notices'][number];

/** How a decision can be contested. Between services of the State there is no court: they are one legal person. */
export type Remedies = 'court' | 'arbitration';

/** Voies et délais de recours: without them the time limits do not run (CJA R421-5). */
export function remediesNotice(remedies: Remedies, service: ServiceContact): Notice {
  const address = [service.name, ...service.address].join(', ');
  if (remedies === 'arbitration') {
    return {
      title: 'Si vous contestez cette décision',
      blocks: [
        paragraph(
          'Vous appartenez à la même personne morale que le service qui décide : aucun recours devant le juge n’est ouvert. Vous pouvez, dans les deux mois et sur la page de votre dossier, demander un nouvel examen ; la direction du service arbitre.',
        ),
        paragraph(`Écrivez à : ${address} ; ${service.email}.`),
      ],
    };
  }
  return {
    title: 'Voies et délais de recours',
    blocks: [
      paragraph(
        'Si vous contestez cette décision, vous disposez de deux mois francs à compter du lendemain de sa notification pour former :',
      ),
      list([
        `un recours gracieux, sur la page de votre dossier ou adressé à l’auteur de la décision (${address}), ou un recours hiérarchique, adressé à son supérieur. Formé dans ce délai, il interrompt le délai de recours contentieux, qui repart pour deux mois à compter de la réponse, ou du rejet né de deux mois de silence (article L411-2 du code des relations entre le public et l’administration) ;`,
        `un recours contentieux devant le ${service.court}, par courrier ou par l’application « Télérecours citoyens » (www.telerecours.fr), dans le délai de l’article R421-1 du code de justice administrative.`,
      ]),
    ],
  };
}

/** What silence will mean, and how to contest it then (CRPA R112-5). */
export function silenceNotice(
  implicit: { on: CivilDate; direction: 'rejection' | 'acceptance'; basis?: string | undefined },
  service: ServiceContact,
): Notice {
  const day = frenchDate(implicit.on);
  if (implicit.direction === 'acceptance') {
    return {
      title: 'Si vous ne recevez pas de réponse',
      blocks: [
        paragraph(
          `Sans réponse du service au ${day}, votre demande est réputée acceptée (article L231-1 du code des relations entre le public et l’administration).`,
        ),
        paragraph(`Vous pourrez alors demander l’attestation prévue à l’article L232-3 du même code, à l’adresse ${service.email}.`),
      ],
    };
  }
  return {
    title: 'Si vous ne recevez pas de réponse',
    blocks: [
      paragraph(
        `Sans réponse du service au ${day}, votre demande est réputée rejetée : une décision implicite de rejet naît à cette date (${textOf(implicit.basis)}).`,
      ),
      paragraph('Vous pourrez alors, dans les deux mois francs qui suivent cette date :'),
      list([
        'demander au service les motifs du rejet ; ils vous sont communiqués dans le mois (article L232-4 du même code) ;',
        `former un recours gracieux auprès du service, ou un recours hiérarchique (article L411-2 du même code) ;`,
        `saisir le ${service.court} (articles R421-1 et R421-2 du code de justice administrative), par courrier ou sur www.telerecours.fr.`,
      ]),
    ],
  };
}

/** The text that makes silence a rejection, as a letter cites it. */
const textOf = (basis = 'CRPA L231-4'): string =>
  basis
    .replace(/^CRPA (.*)$/, 'article $1 du code des relations entre le public et l’administration')
    .replace(/^CJA (.*)$/, 'article $1 du code de justice administrative');

/** What is left after an appeal before the authority: the judge, with the whole time limit (CRPA L411-2). */
export const courtNotice = (service: ServiceContact): Notice => ({
  title: 'Si vous contestez encore cette décision',
  blocks: [
    paragraph(
      `Vous disposez de deux mois francs à compter du lendemain de la notification de cette réponse pour saisir le ${service.court}, par courrier ou sur www.telerecours.fr (articles R421-1 du code de justice administrative et L411-2 du code des relations entre le public et l’administration).`,
    ),
  ],
});

/** An appeal interrupts the time limit of the court, and silence on it rejects it (CRPA L411-2 and L231-4, CJA R421-2). */
export const appealSilenceNotice = ({ on, basis }: { on: CivilDate; basis?: string | undefined }, service: ServiceContact): Notice => ({
  title: 'Effet de votre recours sur les délais',
  blocks: [
    paragraph(
      `Votre recours interrompt le délai pour saisir le juge (article L411-2 du code des relations entre le public et l’administration). Sans réponse du service au ${frenchDate(on)}, il est réputé rejeté (${textOf(basis)}).`,
    ),
    paragraph(
      `À compter de la réponse, ou de ce rejet, vous disposez de nouveau de deux mois francs pour saisir le ${service.court}, par courrier ou sur www.telerecours.fr.`,
    ),
  ],
});

/** Whom to ask. */
export const contactNotice = (service: ServiceContact): Notice => ({
  title: 'Une question ?',
  blocks: [
    paragraph(
      `Le service chargé de votre dossier vous répond : ${service.name}, ${service.address.join(', ')}, ${service.email}, ${service.phone}. Rappelez le numéro de votre dossier.`,
    ),
  ],
});
