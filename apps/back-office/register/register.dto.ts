/** What is kept, and for how long. */
export class KeptFor {
  what: string;
  duration: string;
}

/** One treatment of personal data (RGPD art. 30). */
export class TreatmentView {
  key: string;
  title: string;
  purpose: string;
  basis: string;
  people: string[];
  categories: string[];
  recipients: string[];
  durations: KeptFor[];
}

export class RightView {
  title: string;
  text: string;
}

export class ContactView {
  name: string;
  email: string;
  address: string[];
}

export class RegisterView {
  /** The service in charge. */
  controller: ContactView;
  /** The data protection officer. */
  officer: ContactView;
  treatments: TreatmentView[];
  rights: RightView[];
}
