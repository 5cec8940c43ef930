-- The directors' year: editions and who is in which wave, who acts for a director, dates that leave with a mail.
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "terms" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- One year a director and edition: the key makes a wave that is started again the same wave.
CREATE TABLE "edition_member" (
    "edition_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "wave" INTEGER NOT NULL,
    "case_ref" TEXT NOT NULL,
    "input" JSONB NOT NULL,

    CONSTRAINT "edition_member_pkey" PRIMARY KEY ("edition_id","person_id")
);
CREATE UNIQUE INDEX "edition_member_case_ref_key" ON "edition_member"("case_ref");

ALTER TABLE "edition_member" ADD CONSTRAINT "edition_member_edition_id_fkey"
  FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_member" ADD CONSTRAINT "edition_member_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "delegation" (
    "case_ref" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "given_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("case_ref","person_id")
);
CREATE INDEX "delegation_person_id_idx" ON "delegation"("person_id");

ALTER TABLE "delegation" ADD CONSTRAINT "delegation_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The iCalendar file that goes with a mail about a date.
ALTER TABLE "mail" ADD COLUMN "calendar" TEXT;
