-- Co-applicants of a draft, and of the case that it becomes.
CREATE TABLE "participation" (
    "draft_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "right" TEXT NOT NULL,
    "given_by" UUID NOT NULL,
    "case_ref" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("draft_id","person_id"),
    CONSTRAINT "participation_right" CHECK ("right" IN ('reader', 'editor', 'signatory'))
);

CREATE INDEX "participation_person_id_idx" ON "participation"("person_id");
CREATE INDEX "participation_case_ref_idx" ON "participation"("case_ref");

ALTER TABLE "participation" ADD CONSTRAINT "participation_draft_id_fkey"
  FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "participation" ADD CONSTRAINT "participation_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An answer being written has a version, so that an old copy on one device does not overwrite a newer one.
ALTER TABLE "answer_draft" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- Mails that belong to no case leave once too: their topic takes the place of the journal entry.
ALTER TABLE "mail" ADD COLUMN "topic" TEXT;
CREATE UNIQUE INDEX "mail_topic_recipient_key" ON "mail"("topic", "recipient");
