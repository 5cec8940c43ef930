import { backOfficeTopics } from '../notify/waiting-mails.js';

const ofCase = 'case_ref = $1';
const ofTask = 'task_id IN (SELECT id FROM task WHERE case_ref = $1)';
const ofDraft = 'draft_id IN (SELECT id FROM draft WHERE case_ref = $1)';

/**
 * Where the content of a case lies beside its journal, table by table: a condition on the rows that go when it is destroyed, $1 its
 * reference. They go in this order: those that are found by a task or a draft before it.
 */
export const contentOfCase: Readonly<Record<string, string>> = {
  answer_draft: ofTask,
  claim: ofTask,
  mail: `${ofCase}
    OR topic LIKE ANY (SELECT 'draft/' || id || '/%' FROM draft WHERE case_ref = $1)
    OR starts_with(topic, 'retention/' || $1 || '/')
    OR topic IN (SELECT '${backOfficeTopics.breakGlass}' || id FROM break_glass WHERE case_ref = $1)`,
  document: `${ofCase} OR ${ofDraft}`,
  participation: `${ofCase} OR ${ofDraft}`,
  draft: ofCase,
  message: ofCase,
  note: ofCase,
  delegation: ofCase,
  edition_member: ofCase,
  clock_lead: ofCase,
  effect: ofCase,
  case_forecast: ofCase,
  forecast_load: ofCase,
  wait: ofCase,
  task: ofCase,
};

/** Tables that name a case and outlive its content, and why. */
export const keptOfCase: Readonly<Record<string, string>> = {
  record: 'the sealed entries: unreadable without the key, they prove what there was',
  case_key: 'who destroyed the key, when and why',
  journal: 'emptied by forget_journal alone',
  leftover: 'what is still to be removed outside the database',
  measure: 'figures without a person; the documents that showed them are no longer named',
  retention: 'until when it had to be kept',
  retention_hold: 'when its retention was paused, and by whom',
  elimination_visa: 'who agreed to its destruction',
  elimination: 'the signed statement that it was destroyed',
  webhook_news: 'a number of an entry, until it is looked up',
  webhook_delivery: 'which entries were told to another system, by number and type',
  access_anchor: 'where the chain of its accesses goes on',
  access_entry: 'who read the case: ids alone',
  break_glass: 'who had the case opened, and why',
};
