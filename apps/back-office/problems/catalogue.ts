import { callProblems } from './call-problems.js';
import { caseProblems } from './case-problems.js';
import { caseRefusals } from './case-refusals.js';
import { cohortProblems } from './cohort-problems.js';
import { draftProblems } from './draft-problems.js';
import { fileProblems } from './file-problems.js';
import { requestProblems } from './request-problems.js';
import { retentionProblems } from './retention-problems.js';
import { serviceAccountProblems } from './service-account-problems.js';
import { serviceProblems } from './service-problems.js';
import { signInProblems } from './sign-in-problems.js';

/** Every subject's problems; a new subject is named here and below. A code stands in one of them alone. */
export const subjects = [
  requestProblems,
  serviceProblems,
  serviceAccountProblems,
  signInProblems,
  fileProblems,
  draftProblems,
  callProblems,
  cohortProblems,
  caseProblems,
  caseRefusals,
  retentionProblems,
];

/** Every problem that the HTTP contract knows: code → status, title and help in French. */
export const problems = {
  ...requestProblems,
  ...serviceProblems,
  ...serviceAccountProblems,
  ...signInProblems,
  ...fileProblems,
  ...draftProblems,
  ...callProblems,
  ...cohortProblems,
  ...caseProblems,
  ...caseRefusals,
  ...retentionProblems,
};
export type ProblemCode = keyof typeof problems;
export const isProblemCode = (code: unknown): code is ProblemCode => typeof code === 'string' && code in problems;
