const firstNames =
  'Ada Adel Agathe Amaël Anaël Ange-Marie Anis Arsène Astrid Axel Bérénice Blaise Brune Cléo Côme Cyrielle Daphné Dario Diane Eliott Elsa Émeline Enora Fanny Florian Gaspard Gauvain Hector Héloïse Inès Isaure Ismaël Jade Jonas Judith Kenza Léandre Léonie Lila Louison Lucien Maël Marin Mathilde Mila Naël Nils Noémie Octave Odile Orphée Paloma Perle Quentin Rachel Raphaël Romane Ruben Salomé Samson Solène Sunniva Tancrède Thaïs Théa Ulysse Valentin Victoire Wendy Xavier Yanis Yseult Zélie Zoran'.split(
    ' ',
  );
const surnames =
  'Exemple Fictif Test Modèle Témoin Essai Spécimen Prototype Maquette Croquis Factice Imaginaire Canevas Pastiche Esquisse Épreuve Échantillon Brouillon Patron Gabarit'.split(
    ' ',
  );

/** A first name and a surname that nobody has; as many different ones as there are pairs. No named account of the demonstration is among them. */
export function inventedName(number: number): string {
  const place = number % firstNames.length;
  // Each round of first names goes with the next surname.
  const turn = Math.floor(number / firstNames.length) + place;
  return `${firstNames[place] ?? 'Ada'} ${surnames[turn % surnames.length] ?? 'Exemple'}`;
}
