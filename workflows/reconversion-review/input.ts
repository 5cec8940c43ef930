import { z } from 'zod';
import type { Addressee } from '../kit/people.js';
import { reviewFigures } from './figures.js';

/** What a review opens with: its figures as they stood that day, and whom it hears beside the direction. */
export const reviewInput = z.object({
  title: z.string().min(1).max(200),
  /** Who opened it. */
  manager: z.string(),
  figures: reviewFigures,
  /** Who speaks for the coaches. */
  coach: z.string(),
  /** Who speaks for the administrations that host participants. */
  host: z.string(),
});

export type ReviewInput = z.infer<typeof reviewInput>;

export const programManager: Addressee = { role: 'programManager' };
export const direction: Addressee = { role: 'direction' };
export const coachOf = ({ coach }: ReviewInput): Addressee => ({ role: 'coach', person: coach });
export const hostOf = ({ host }: ReviewInput): Addressee => ({ role: 'employer', person: host });
