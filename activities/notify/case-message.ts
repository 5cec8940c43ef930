import type { z } from 'zod';
import { casePath } from './links.js';
import type { MailContext, MailTemplate } from './mail-template.js';

/** Most messages lead to the page of the case; their data are what the story gives, read with care. */
export function message<S extends z.ZodType>(
  schema: S,
  subject: string,
  paragraphs: (project: string, data: z.output<S>, context: MailContext) => readonly string[],
): MailTemplate {
  return (data, context) => ({
    subject,
    paragraphs: paragraphs(`« ${context.summary.title} »`, schema.parse(data), context),
    action: { label: 'Voir le dossier', path: casePath(context.ref) },
  });
}
