import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem } from './problem.js';

type Sentence = (constraint: string) => string;
const say =
  (text: string): Sentence =>
  () =>
    text;

/** One French sentence for each rule of class-validator that a DTO uses. */
const sentences: Readonly<Record<string, Sentence>> = {
  isString: say('Un texte est attendu.'),
  isInt: say('Un nombre entier est attendu.'),
  isObject: say('Cette partie est mal formée.'),
  isUuid: say('Cet identifiant est mal formé.'),
  isEmail: say('Indiquez une adresse électronique, par exemple prenom.nom@exemple.gouv.fr.'),
  isIso8601: say('Indiquez une date, par exemple 2026-03-12.'),
  matches: say('Cette valeur n’a pas la forme attendue.'),
  isIn: say('Cette valeur n’est pas proposée.'),
  min: say('Cette valeur est trop petite.'),
  max: say('Cette valeur est trop grande.'),
  minLength: say('Ce texte est trop court.'),
  maxLength: say('Ce texte est trop long.'),
  whitelistValidation: say('Ce champ n’est pas attendu.'),
  nestedValidation: say('Cette partie est mal formée.'),
};

/** Checks every DTO; what does not fit is a problem with a French message by field. */
export const validation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => new Problem('invalid', { fields: Object.fromEntries(errors.flatMap((error) => messages(error, ''))) }),
});

function messages(error: ValidationError, path: string): [string, string][] {
  const here = path === '' ? error.property : `${path}.${error.property}`;
  const [constraint] = Object.keys(error.constraints ?? {});
  const own: [string, string][] = constraint ? [[here, (sentences[constraint] ?? say('Cette valeur n’est pas valable.'))(constraint)]] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => messages(child, here))];
}
