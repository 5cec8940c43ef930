/** What people write in the course of a journey: enough of each for no two weeks to read the same. */
type Words = readonly [string, ...string[]];

export const posts: Words = [
  'Chargée de mission',
  'Gestionnaire de marchés publics',
  'Responsable d’un pôle d’accueil',
  'Rédactrice juridique',
  'Contrôleur de gestion',
  'Assistante de direction',
  'Technicien de laboratoire',
  'Cheffe de bureau des ressources humaines',
];

export const motivations: Words = [
  'Je conduis depuis trois ans la dématérialisation de mon service ; je veux en faire mon métier.',
  'Mon poste change avec les outils : je préfère apprendre à les concevoir que de les subir.',
  'J’ai animé le réseau des utilisateurs d’une application nationale et je veux travailler avec ceux qui la construisent.',
  'Après dix ans d’accueil du public, je sais ce que coûte un service mal conçu.',
  'La conduite de projet m’occupe déjà à moitié ; il me manque la méthode et un cadre pour progresser.',
];

export const signatories: Words = ['Cheffe de bureau', 'Sous-directeur', 'Secrétaire général', 'Adjointe à la directrice'];

export const strengths: Words = [
  'Conduite de réunions, connaissance des usagers.',
  'Rédaction, marchés publics, suivi d’un budget.',
  'Animation d’un réseau de correspondants.',
  'Analyse de données dans un tableur, rigueur.',
];

export const needs: Words = [
  'Méthodes agiles, conduite d’un projet numérique.',
  'Vocabulaire technique, architecture d’un service.',
  'Recherche auprès des usagers, tests.',
  'Sécurité, accessibilité, écoconception.',
];

export const weeks: Words = [
  'Modules suivis, entretien avec deux équipes.',
  'Atelier d’observation au guichet, compte rendu partagé.',
  'Premier carnet de besoins relu avec l’équipe d’accueil.',
  'Cours sur l’accessibilité, audit d’une page en binôme.',
  'Entretiens avec cinq usagers, synthèse en cours.',
  'Semaine plus lente : rattrapage du module sur les données.',
  'Démonstration devant l’équipe, trois retours à prendre en compte.',
  'Lecture du guide du langage clair, réécriture d’un courrier.',
  'Découverte du suivi des incidents, une journée avec l’exploitation.',
];

export const meetings: Words = [
  'Le rythme est bon. Prochain point sur le livrable.',
  'Le livrable avance ; resserrer la question posée aux usagers.',
  'Une semaine chargée au service : le calendrier du module est étalé.',
  'De bons retours de l’équipe d’accueil. Préparer la démonstration.',
  'Le module de données demande plus de temps : un pair aidera jeudi.',
];

export const statements: Words = [
  'Le livrable est complet ; la partie sur les coûts reste à discuter.',
  'Tout est là. J’ai repris l’introduction après nos échanges.',
  'Une première version utilisable, relue par l’équipe d’accueil.',
  'Le livrable est complet.',
];

export const feedbacks: Words = [
  'Clair et utile.',
  'Une analyse solide, des propositions concrètes.',
  'Le besoin est bien posé ; les chiffres sont sourcés.',
  'Bon livrable, repris par l’équipe d’accueil.',
];

export const opinions: Words = [
  'Un parcours régulier, un livrable réutilisé par le service d’accueil.',
  'Des progrès nets en conduite de projet ; une présentation à resserrer.',
  'Une grande écoute des usagers et une méthode acquise.',
];

export const assignments: Words = [
  'Cheffe de projet numérique',
  'Responsable de produit',
  'Conseiller en stratégie numérique',
  'Chef de projet, services en ligne',
  'Coordinatrice des données',
];

export const useful: Words = [
  'La méthode et le réseau de la promotion.',
  'Savoir dire non à une fonctionnalité. Il manque du temps pour les usagers.',
  'Les ateliers servent chaque semaine ; un échange entre anciens serait bienvenu.',
  'Les bases techniques, pour parler avec les équipes.',
];

export const verdicts: Words = [
  'La présentation était claire et le livrable utile au service.',
  'Une démarche complète, des limites bien vues.',
  'Les acquis sont établis ; le jury salue le travail auprès des usagers.',
];

export const resitWhy = 'Le livrable est là, mais la démarche auprès des usagers reste à expliquer.';
export const adjournedWhy = 'Le parcours est prolongé d’autant : la personne sera entendue quand il sera terminé.';
