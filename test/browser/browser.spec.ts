import { afterTheAward } from './after-the-award.js';
import { authority } from './authority.js';
import { clawback } from './clawback.js';
import { committee } from './committee.js';
import { directors } from './directors.js';
import { everyPage } from './every-page.js';
import { firstPayment } from './first-payment.js';
import { keyboard } from './keyboard.js';
import { manageCalls } from './manage-calls.js';
import { exceptionalAccess } from './exceptional-access.js';
import { nothingLost } from './nothing-lost.js';
import { proof } from './proof.js';
import { close, open } from './running-jalon.js';
import { signingIn } from './signing-in.js';
import { trialReview } from './trial-review.js';

const minute = 60_000;

beforeAll(open, 5 * minute);
afterAll(close, minute);

describe('one application, from draft to first payment', firstPayment);
describe('a session of the committee', committee);
describe('a refusal and its appeal', authority);
describe('after the award', afterTheAward);
describe('a breach and what follows', clawback);
describe('the year of cohorts and the end of the trial', trialReview);
describe('the directors’ year', directors);
describe('signing in and out', signingIn);
describe('every page', everyPage);
describe('what proves a case', proof);
describe('without a mouse', keyboard);
describe('calls, by who manages them', manageCalls);
describe('nothing that was typed is lost', nothingLost);
describe('who read what, and an exception', exceptionalAccess);
