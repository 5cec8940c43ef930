import { z } from 'zod';
import { choice, longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

const levels = { starting: 'Nous commençons', inProgress: 'En cours', settled: 'C’est en place', example: 'Nous pourrions en témoigner' };

/** D1: where the direction stands. Four taps and one sentence; nobody is marked. */
export const diagnose = defineTask({
  key: 'diagnose',
  label: 'Faire le point sur ma direction',
  help: 'Quatre questions, sans note ni comparaison\u00a0: le point de départ de l’année. Votre secrétariat peut répondre.',
  form: z.object({
    culture: choice(levels, { label: 'Mes équipes partagent une culture numérique' }),
    agility: choice(levels, { label: 'Les projets avancent par petites étapes, avec les usagers' }),
    data: choice(levels, { label: 'Les décisions s’appuient sur des données' }),
    services: choice(levels, { label: 'Nos services numériques sont suivis et améliorés' }),
    priority: longText({ label: 'Ce que je voudrais voir changer cette année' }, { min: 5, max: 1_000 }),
  }),
});
