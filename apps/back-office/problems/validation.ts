import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
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

/**
 * `@IsOptional()` lets `null` through, which no column and no service expects: a field that says null is one that was left out. What stands in
 * free JSON, such as the content of a form, is kept as it is.
 */
class DtoPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const dto: unknown = await super.transform(value, metadata);
    leaveNullsOut(dto);
    return dto;
  }
}

function leaveNullsOut(value: unknown): void {
  if (Array.isArray(value)) value.forEach(leaveNullsOut);
  else if (isDto(value))
    for (const [name, field] of Object.entries(value)) {
      if (field === null) Reflect.deleteProperty(value, name);
      else leaveNullsOut(field);
    }
}

/** An instance of a class of ours; free JSON has no class. */
const isDto = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null;

/** Checks every DTO; what does not fit is a problem with a French message by field. */
export const validation = new DtoPipe({
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
