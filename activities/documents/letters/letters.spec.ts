import { readPdf, reference } from '../../../test/reading/pdf.js';
import { letters, sampleContext } from '../../../test/builders/letters.js';
import type { Letter } from './letter.js';
import { receipt } from './receipt.js';
import { renderLetter } from './render-letter.js';

const at = Date.UTC(2026, 2, 2, 9);
const read = async (letter: Letter) => readPdf(await renderLetter(letter, at));

/** Matches no text. */
const nothing = /(?!)/;

describe('what the law wants to read in each letter', () => {
  it.each<[keyof typeof letters, string, readonly string[]]>([
    [
      'receipt',
      'CRPA R112-5',
      [
        'reçue le 2 mars 2026',
        'Sans réponse du service au 2 novembre 2026, votre demande est réputée rejetée',
        'Campus du numérique public (démonstration), 1 rue de l’Exemple, 75000 Paris',
        'guichet@exemple.gouv.invalid',
        '01 99 00 00 00',
        'Relevé d’identité bancaire (règlement de l’appel, article 4)',
        'tribunal administratif de Paris',
        'article L232-4',
      ],
    ],
    [
      'requestForPieces',
      'CRPA L114-5',
      ['Budget prévisionnel signé (décret nº 2018-514, article 3)', 'au plus tard le 15 avril 2026', 'est suspendu', 'article L114-5'],
    ],
    [
      'award',
      'décret 2018-514, art. 8',
      [
        'Institut national de l’exemple (SIRET 99900001100018)',
        'Former 400 agents à l’accessibilité numérique',
        'coût éligible de 300 000,50 €',
        'montant maximal de 120 000 €',
        'au plus tard le 31 décembre 2027',
        'Avance 30 % 36 000 € Signature de la convention',
        'reversée, en tout ou partie',
      ],
    ],
    [
      'refusal',
      'CRPA L211-5, L212-1; CJA R421-5',
      [
        'Vu le code des relations entre le public et l’administration ;',
        'Considérant que le budget présenté',
        'Dominique Test-Martin',
        'La directrice interministérielle, ordonnatrice déléguée,',
        'deux mois francs',
        'recours gracieux',
        'tribunal administratif de Paris',
      ],
    ],
    [
      'convention',
      'loi 2000-321, art. 10',
      ['120 000 €', 'Versements', 'rendre compte chaque semestre', 'Pour le bénéficiaire, Camille Exemple', 'Dominique Test-Martin'],
    ],
    [
      'lapse',
      'CRPA L211-5; CJA R421-5',
      ['la décision d’attribution du 1er juin 2026', 'est caduque', 'deux mois francs', 'Dominique Test-Martin'],
    ],
    ['lapseWarning', 'F6', ['adressée le 2 juin 2026', 'au plus tard le 2 novembre 2026', 'la caducité de l’attribution']],
    ['renouncing', 'F6', ['a renoncé le 1er juin 2026', 'subvention de 120 000 €', 'Le projet est financé autrement.']],
    [
      'amendment',
      'F13',
      ['30 juin 2028, au lieu du 31 décembre 2027', '140 000 €, au lieu de 120 000 €', 'Pour le bénéficiaire, Camille Exemple'],
    ],
    [
      'breachNotice',
      'CRPA L122-1',
      [
        '36 000 € ont été versés',
        'observations écrites',
        'au plus tard le 1er mars 2027',
        'observations orales',
        'mandataire de votre choix',
      ],
    ],
    [
      'clawback',
      'CRPA L242-2, L211-5; CJA R421-5',
      ['L122-1 et L242-2', 'Elle reste fermée.', 'retirée à hauteur de 10 000 €', 'deux mois francs', 'Dominique Test-Martin'],
    ],
    [
      'closing',
      'F10',
      [
        'Conception 250 000 € 240 000 € 200 000 €',
        'non éligible',
        '125 000 € pour 250 000 € de coût éligible, soit 50 %',
        '100 000 €, sans dépasser 125 000 €',
        'Solde à verser',
        'Crédits libérés',
      ],
    ],
    [
      'minutes',
      'F4',
      [
        'Guichet Campus 2026',
        'Se sont déportés, n’ont ni lu le dossier ni pris part à l’avis',
        'Quorum : 2 sur 3',
        'Le quorum n’est pas atteint.',
        'favorable avec réserves, pour 100 000 €',
        'Préciser le calendrier.',
        'Total proposé : 100 000 €, pour 450 000 €',
        'la présidence de séance',
        'signé dans le téléservice le 19 juin 2026',
      ],
    ],
  ])('%s: %s', async (name, _basis, sentences) => {
    const { text } = await read(letters[name]);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it.each<[keyof typeof letters, string, readonly string[], RegExp]>([
    [
      'receiptForInvestment',
      'décret 2018-514, art. 4 and 7',
      ['au plus tard le 2 mai 2026', 'réputée recevable', 'au 2 novembre 2026, votre demande est réputée rejetée', 'article 7'],
      /L231-4/,
    ],
    [
      'completenessReceipt',
      'CRPA L114-5-1',
      ['complète et recevable au 10 mars 2026', 'Statuts (règlement de l’appel, article 5)', 'L114-5-1'],
      nothing,
    ],
    [
      'deemedAdmissible',
      'décret 2018-514, art. 4',
      ['réputée recevable depuis le 3 mai 2026', 'ne vaut pas promesse de subvention'],
      nothing,
    ],
    [
      'appealReceipt',
      'CRPA L411-2, L231-4',
      [
        'recours gracieux a été reçu le 1er juillet 2026',
        'interrompt le délai pour saisir le juge',
        'au 1er septembre 2026, il est réputé rejeté',
        'deux mois francs',
      ],
      nothing,
    ],
    ['arbitrationReceipt', 'one legal person', ['la direction du service arbitre'], /tribunal|juge|réputé/],
    [
      'appealDecision',
      'CRPA L211-5, CJA R421-1',
      ['l’irrecevabilité de la demande, est confirmée', 'Considérant', 'tribunal administratif de Paris', 'deux mois francs'],
      nothing,
    ],
    ['appealUpheld', 'CRPA L410-1', ['est annulée', 'nouvelle décision'], /tribunal/],
    ['reasonsOfSilence', 'CRPA L232-4', ['née le 2 mai 2026', 'Considérant', 'deux mois francs à compter de cette communication'], nothing],
    [
      'withdrawalNotice',
      'CRPA L122-1',
      ['au plus tard le 16 juillet 2026', 'observations orales', 'assister par un conseil', 'quatre mois', '120 000 €'],
      nothing,
    ],
    [
      'withdrawal',
      'CRPA L242-1',
      ['Vu la décision d’attribution du 1er juin 2026', 'est retirée', '36 000 €', 'deux mois francs', 'Dominique Test-Martin'],
      nothing,
    ],
  ])('%s: %s', async (name, _basis, sentences, absent) => {
    const { text } = await read(letters[name]);
    for (const sentence of sentences) expect(text).toContain(sentence);
    expect(text).not.toMatch(absent);
  });

  it('says nothing of silence where the law knows no implicit decision', async () => {
    const { text } = await read(letters.receiptWithoutSilence);
    expect(text).not.toMatch(/réputée|implicite/);
  });
});

describe('a letter for everybody', () => {
  it.each(Object.entries(letters))('%s is tagged, in French, and shows its title', async (_name, letter) => {
    const { catalog, objects, tags, text } = await read(letter);
    expect(objects.get(reference(catalog, 'MarkInfo'))).toContain('/Marked true');
    expect(objects.get(reference(catalog, 'StructTreeRoot'))).toContain('/ParentTree');
    expect(objects.get(reference(catalog, 'ViewerPreferences'))).toContain('/DisplayDocTitle true');
    expect(catalog).toContain('/Lang (fr-FR)');
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
    expect(tags).toEqual(expect.arrayContaining(['Document', 'P', 'H2', 'Sect']));
    // Every glyph can be copied as text.
    expect(text).not.toContain('\uFFFD');
  });

  it('names the head cells of its tables', async () => {
    const { tags, objects } = await read(letters.award);
    expect(tags.filter((tag) => tag === 'TH')).toHaveLength(4);
    expect([...objects.values()].filter((body) => body.includes('/Scope /Column'))).toHaveLength(4);
  });

  it('says on every page and in its title that it is a draft, and is otherwise the letter', async () => {
    const [draft, final] = [readPdf(await renderLetter(letters.award, at, { draft: true })), await read(letters.award)];
    expect(draft.text.match(/PROJET/g)).toHaveLength(draft.text.match(/page \d+ sur/g)?.length ?? 0);
    expect(
      draft.text
        .replaceAll(/ ?PROJET ?/g, ' ')
        .replaceAll(/ +/g, ' ')
        .trim(),
    ).toBe(final.text.trim());
    expect(draft.tags).toEqual(final.tags);
  });

  it('is the same bytes when it is written again', async () => {
    expect((await renderLetter(letters.award, at)).equals(await renderLetter(letters.award, at))).toBe(true);
  });
});

describe('data that do not make a letter', () => {
  it('are refused, so that the case shows an incident instead of a wrong letter', () => {
    expect(() => receipt.write({ receivedOn: 'demain' }, sampleContext)).toThrow(/receivedOn/);
  });
});
