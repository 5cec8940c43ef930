-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "body_id" UUID,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "procedure" TEXT,
    "call_id" UUID,
    "group_name" TEXT,

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "siret" CHAR(14) NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "fund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "envelope_cents" BIGINT NOT NULL,
    "terms" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "call_id" UUID,
    "owner_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "case_ref" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_draft" (
    "task_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_draft_pkey" PRIMARY KEY ("task_id","person_id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "case_ref" TEXT,
    "draft_id" UUID,
    "kind" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by" UUID,
    "produced_seq" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "case_ref" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "case_ref" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "task_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "clock_lead" (
    "case_ref" TEXT NOT NULL,
    "lead_ms" BIGINT NOT NULL,

    CONSTRAINT "clock_lead_pkey" PRIMARY KEY ("case_ref")
);

-- CreateTable
CREATE TABLE "effect" (
    "case_ref" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "effect_pkey" PRIMARY KEY ("case_ref","seq")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "case_ref" TEXT,
    "seq" INTEGER,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "case_ref" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "entry" JSONB NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("case_ref","seq")
);

-- CreateTable
CREATE TABLE "case_file" (
    "ref" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "body_name" TEXT,
    "siret" TEXT,
    "call_id" UUID,
    "amount_cents" BIGINT,
    "stage" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "paused_on" DATE,
    "next_day" DATE,
    "last_seq" INTEGER NOT NULL,
    "last_hash" CHAR(64) NOT NULL,
    "view" JSONB NOT NULL,
    "parent_ref" TEXT,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("ref")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "case_ref" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" UUID,
    "group_name" TEXT,
    "status" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "last_day" DATE,
    "overdue" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "seal" TEXT,
    "except" TEXT[],
    "context" JSONB,
    "answer" JSONB,
    "due" JSONB,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wait" (
    "case_ref" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "role" TEXT,
    "person_id" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "last_day" DATE,
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "on_lapse" TEXT,
    "due" JSONB,

    CONSTRAINT "wait_pkey" PRIMARY KEY ("case_ref","item")
);

-- CreateTable
CREATE TABLE "measure" (
    "case_ref" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "evidence" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("case_ref","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "grant_person_id_idx" ON "grant"("person_id");

-- CreateIndex
CREATE INDEX "grant_role_idx" ON "grant"("role");

-- CreateIndex
CREATE UNIQUE INDEX "body_siret_key" ON "body"("siret");

-- CreateIndex
CREATE UNIQUE INDEX "fund_slug_key" ON "fund"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "draft_case_ref_key" ON "draft"("case_ref");

-- CreateIndex
CREATE INDEX "draft_owner_id_idx" ON "draft"("owner_id");

-- CreateIndex
CREATE INDEX "document_case_ref_idx" ON "document"("case_ref");

-- CreateIndex
CREATE INDEX "document_draft_id_idx" ON "document"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_case_ref_produced_seq_key" ON "document"("case_ref", "produced_seq");

-- CreateIndex
CREATE INDEX "message_case_ref_at_idx" ON "message"("case_ref", "at");

-- CreateIndex
CREATE INDEX "note_case_ref_author_id_idx" ON "note"("case_ref", "author_id");

-- CreateIndex
CREATE INDEX "claim_person_id_idx" ON "claim"("person_id");

-- CreateIndex
CREATE INDEX "effect_status_idx" ON "effect"("status");

-- CreateIndex
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_case_ref_seq_recipient_key" ON "mail"("case_ref", "seq", "recipient");

-- CreateIndex
CREATE INDEX "case_file_procedure_stage_idx" ON "case_file"("procedure", "stage");

-- CreateIndex
CREATE INDEX "case_file_owner_id_idx" ON "case_file"("owner_id");

-- CreateIndex
CREATE INDEX "case_file_status_next_day_idx" ON "case_file"("status", "next_day");

-- CreateIndex
CREATE INDEX "task_case_ref_idx" ON "task"("case_ref");

-- CreateIndex
CREATE INDEX "wait_last_day_idx" ON "wait"("last_day");

-- CreateIndex
CREATE INDEX "measure_indicator_idx" ON "measure"("indicator");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_fund_id_fkey" FOREIGN KEY ("fund_id") REFERENCES "fund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_case_ref_fkey" FOREIGN KEY ("case_ref") REFERENCES "case_file"("ref") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wait" ADD CONSTRAINT "wait_case_ref_fkey" FOREIGN KEY ("case_ref") REFERENCES "case_file"("ref") ON DELETE RESTRICT ON UPDATE CASCADE;


