import { isJourney } from '../cases/is-journey.js';
import { isReview } from '../reviews/review-figures.js';

/** What a case began with, as its page calls it. */
export function beginningOf(procedure: string): string {
  if (isReview(procedure)) return 'Les chiffres arrêtés';
  return isJourney(procedure) ? 'La candidature' : 'La demande';
}
