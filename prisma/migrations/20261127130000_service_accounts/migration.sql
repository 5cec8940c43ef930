-- Other systems that call the API, and those that are told what happens to cases.
CREATE TABLE "service_account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "procedure" TEXT,
    "call_id" UUID,
    "per_minute" INTEGER NOT NULL,
    "per_day" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_by" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "agreed_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_account_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_account_limits" CHECK ("per_minute" > 0 AND "per_day" > 0),
    -- Who asks for an account does not agree to it.
    CONSTRAINT "service_account_second_person" CHECK (("agreed_at" IS NULL) = ("agreed_by" IS NULL) AND "agreed_by" IS DISTINCT FROM "asked_by")
);
ALTER TABLE "service_account" ADD CONSTRAINT "service_account_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_account" ADD CONSTRAINT "service_account_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "service_secret" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_secret_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "service_secret_account_id_idx" ON "service_secret"("account_id");
ALTER TABLE "service_secret" ADD CONSTRAINT "service_secret_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "service_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "service_token" (
    "hash" CHAR(64) NOT NULL,
    "account_id" UUID NOT NULL,
    "secret_id" UUID NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_token_pkey" PRIMARY KEY ("hash")
);
CREATE INDEX "service_token_expires_at_idx" ON "service_token"("expires_at");
ALTER TABLE "service_token" ADD CONSTRAINT "service_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "service_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_token" ADD CONSTRAINT "service_token_secret_id_fkey" FOREIGN KEY ("secret_id") REFERENCES "service_secret"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Requests of an account in the running minute and on the running day, for all back offices together.
CREATE TABLE "service_use" (
    "account_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "in_minute" INTEGER NOT NULL,
    "day" TIMESTAMPTZ(3) NOT NULL,
    "in_day" INTEGER NOT NULL,

    CONSTRAINT "service_use_pkey" PRIMARY KEY ("account_id")
);
ALTER TABLE "service_use" ADD CONSTRAINT "service_use_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "service_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What people did to an account, for those who audit.
CREATE TABLE "service_change" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" UUID,
    "what" TEXT NOT NULL,
    "detail" TEXT,

    CONSTRAINT "service_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "service_change_account_id_idx" ON "service_change"("account_id", "id");
ALTER TABLE "service_change" ADD CONSTRAINT "service_change_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "service_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION "refuse_service_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'L’historique d’un compte de service ne se modifie pas : % est refusé.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "service_change_append_only" BEFORE UPDATE OR DELETE ON "service_change" FOR EACH ROW EXECUTE FUNCTION "refuse_service_change"();
CREATE TRIGGER "service_change_no_truncate" BEFORE TRUNCATE ON "service_change" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_service_change"();
-- What an account did stays attributable: it ends, and is not deleted.
CREATE TRIGGER "service_account_kept" BEFORE DELETE ON "service_account" FOR EACH ROW EXECUTE FUNCTION "refuse_service_change"();

CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[] NOT NULL,
    "secret" BYTEA NOT NULL,
    "secret_by" TEXT NOT NULL,
    "previous_secret" BYTEA,
    "previous_by" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "suspended_at" TIMESTAMPTZ(3),
    "suspended_why" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "webhook_account_id_idx" ON "webhook"("account_id");
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "service_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Entries that webhooks have still to be looked up for; written with the entries themselves.
CREATE TABLE "webhook_news" (
    "case_ref" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "webhook_news_pkey" PRIMARY KEY ("case_ref", "seq")
);

CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "case_ref" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" INTEGER,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_delivery_status" CHECK ("status" IN ('pending', 'delivered', 'dead'))
);
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_case_ref_seq_key" ON "webhook_delivery"("webhook_id", "case_ref", "seq");
CREATE INDEX "webhook_delivery_webhook_id_created_at_idx" ON "webhook_delivery"("webhook_id", "created_at");
CREATE INDEX "webhook_delivery_due" ON "webhook_delivery"("webhook_id", "next_at") WHERE "status" = 'pending';
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- In the transaction of the commit: what is rolled back is told to nobody, what is committed is never forgotten. On the sealed record,
-- which is written once, and not on the journal, which can be rebuilt from it.
CREATE FUNCTION "note_webhook_news"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.webhook w WHERE w.removed_at IS NULL) THEN
    INSERT INTO public.webhook_news (case_ref, seq) SELECT n.case_ref, n.seq FROM fresh n ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "record_webhook_news" AFTER INSERT ON "record" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION "note_webhook_news"();
