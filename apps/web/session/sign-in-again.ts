import { signInAddress } from './sign-in-address.js';

/**
 * A link by which somebody signs in again in another window: the page that they are on, and all that was typed there, stays as it is, and
 * goes on by itself once they have.
 */
export const signInAgain = () => ({
  href: signInAddress({ returnTo: '/connexion/reprise' }),
  target: '_blank',
  title: 'Me reconnecter - nouvelle fenêtre',
});
