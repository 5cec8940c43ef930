import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt, isoParis } from '#workflows/calendar/paris-time.js';
import { typeset } from '../typeset.js';
import type { PackContent } from './pack.js';
import type { ProofKey } from './proof-key.js';

/** `LISEZMOI.txt`: what the pack holds, and how to check it without Jalon, without network. */
export function readMe({ case: about, entries, documents }: PackContent, key: ProofKey): string {
  const at = Date.parse(about.exportedAt);
  const hidden = entries.filter((entry) => 'hidden' in entry).length;
  const sections = [
    [
      `Dossier ${about.ref} : preuve`,
      about.title,
      `Exporté le ${frenchDate(civilDateAt(at))} à ${isoParis(at).slice(11, 16).replace(':', ' h ')} par ${about.service}`,
    ],
    about.extract
      ? [
          'CETTE ARCHIVE EST UN EXTRAIT.',
          `Elle contient ce que la personne qui l’a demandée peut lire : ${documents.length} document(s), et ${entries.length - hidden} écriture(s) du journal sur ${entries.length}.`,
          `Les ${hidden} autres écritures sont masquées : il en reste le numéro, l’instant et l’engagement, qui les tient à leur place dans la chaîne sans rien dire de leur contenu.`,
        ]
      : [`Cette archive contient tout le dossier : ${documents.length} document(s) et ${entries.length} écriture(s) du journal.`],
    [
      'Ce que contient l’archive',
      '- case.json : le dossier, son numéro, sa procédure, sa dernière écriture',
      '- journal.jsonl : une ligne par écriture, dans l’ordre, avec son empreinte',
      '- documents/ : les pièces et les courriers, tels qu’ils ont été reçus ou produits',
      '- manifest.json : l’empreinte SHA-256 de chaque fichier',
      '- signature.json : la signature Ed25519 de manifest.json par le service, et la clé publique',
    ],
    ['Vérifier avec Jalon, sans réseau ni base de données', '  npm run proof:verify -- archive.zip --key cle-du-service.pem'],
    [
      'Vérifier sans Jalon (jq, sha256sum et openssl 3)',
      '1. Les fichiers sont ceux du manifeste :',
      `  jq -r '.files[] | .sha256 + "  " + .path' manifest.json | sha256sum -c`,
      '2. Le manifeste est signé :',
      '  jq -r .publicKey signature.json > cle.pem',
      '  jq -r .signature signature.json | base64 -d > signature.bin',
      '  openssl pkeyutl -verify -pubin -inkey cle.pem -rawin -in manifest.json -sigfile signature.bin',
      '3. La clé est celle du service : comparez cle.pem avec celle que le service publie, ou avec la copie que vous en gardez.',
      `  ${about.service.replace(/\/$/, '')}/api/proof/key (identifiant de la clé : ${key.id})`,
      '4. Les écritures se suivent. L’engagement de chacune (« commitment ») est le SHA-256 de son sel (« salt »), suivi de l’écriture (« entry ») en JSON canonique (RFC 8785) ; une écriture masquée donne le sien.',
      '   Son empreinte (« hash ») est le SHA-256 de l’empreinte précédente, de son engagement et de son instant (« at »), mis bout à bout. La première suit 64 zéros. Empreintes, engagements et sels sont en hexadécimal.',
    ],
  ];
  return typeset(sections.map((lines) => `${lines.join('\n')}\n`).join('\n'));
}
