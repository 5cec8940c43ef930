import { PageQuery } from '../openapi/page.dto.js';

export class MailsQuery extends PageQuery {}

export class MailSummary {
  id: string;
  caseRef?: string;
  recipient: string;
  subject: string;
  createdAt: string;
  sentAt?: string;
}

export class MailView extends MailSummary {
  text: string;
  html: string;
}

export class MailPage {
  items: MailSummary[];
  nextCursor?: string;
  total: number;
}
