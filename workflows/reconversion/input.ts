import { z } from 'zod';
import type { Addressee, PersonId } from '../kit/people.js';
import { applicationForm, type Application } from './application.js';
import { journeyCalendar, type JourneyCalendar } from './calendar.js';
import { journeyTemplate, type JourneyTemplate } from './template.js';

/** What a participant's case begins with: the application, the journey's template and the cohort's dates as they stood that day. */
export interface JourneyInput {
  readonly owner: PersonId;
  /** Reference of the cohort's case. */
  readonly cohort: string;
  readonly template: JourneyTemplate;
  readonly calendar: JourneyCalendar;
  readonly track?: string | undefined;
  readonly application: Application;
  /** Who answers for the employer; left out, whoever holds the role. */
  readonly employer?: PersonId | undefined;
  /** Who answers for the administration that will host the participant. */
  readonly host?: PersonId | undefined;
  /** Reference of the grant that pays for the journey. */
  readonly fundedBy?: string | undefined;
  readonly readmittedFrom?: string | undefined;
  /** When the earlier journey ended, and the milestones that it validated: kept for 24 months. */
  readonly leftOn?: string | undefined;
  readonly keeps: readonly string[];
}

const envelope = z.object({
  owner: z.string(),
  cohort: z.string(),
  template: journeyTemplate,
  calendar: journeyCalendar,
  track: z.string().optional(),
  application: z.unknown(),
  employer: z.string().optional(),
  host: z.string().optional(),
  fundedBy: z.string().optional(),
  readmittedFrom: z.string().optional(),
  leftOn: z.iso.date().optional(),
  keeps: z.array(z.string()).default([]),
});

/** A journey of so many months. Checks the template, then the application and the track against it. */
export const journeyInput = (months: JourneyTemplate['months']): z.ZodType<JourneyInput> =>
  envelope.transform((input, context): JourneyInput => {
    const { template, track } = input;
    const refuse = (path: string[], message: string) => {
      context.addIssue({ code: 'custom', message, path });
    };
    if (template.months !== months) refuse(['template', 'months'], `Ce parcours dure ${months} mois.`);
    if (template.tracks.length > 0 && !template.tracks.some(({ key }) => key === track)) refuse(['track'], 'Choisissez une voie.');
    const application = applicationForm({ tracks: [] }).safeParse(input.application);
    if (application.success) return { ...input, application: application.data };
    for (const issue of application.error.issues) refuse(['application', ...issue.path.map(String)], issue.message);
    return z.NEVER;
  });

export const participant: Addressee = { role: 'participant' };
export const programManager: Addressee = { role: 'programManager' };
export const employerOf = ({ employer }: JourneyInput): Addressee => ({
  role: 'employer',
  ...(employer !== undefined && { person: employer }),
});
/** The administration that hosts the mission and the post; the employer's own people where nobody is named. */
export const hostOf = ({ host }: JourneyInput): Addressee => ({
  role: 'employer',
  group: 'host',
  ...(host !== undefined && { person: host }),
});
