/** How many directors of central administrations are to follow the year. Versioned data: what was known at `asOf`. */
export const directorsAim = { people: 220, source: 'Dossier de presse DINUM, Campus du numérique public', asOf: '2024-01-09' } as const;
