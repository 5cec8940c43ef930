-- Who read what of whose case. As the journal: nobody changes or deletes an entry, and each carries the hash of the one before.
CREATE TABLE "access_entry" (
    "case_ref" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "roles" TEXT[],
    "what" TEXT NOT NULL,
    "object" TEXT,
    "under" TEXT NOT NULL,
    "remark" TEXT,
    "request_id" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "access_entry_pkey" PRIMARY KEY ("case_ref", "seq")
);
CREATE INDEX "access_entry_at_idx" ON "access_entry"("at");
CREATE INDEX "access_entry_person_id_at_idx" ON "access_entry"("person_id", "at");

CREATE TABLE "break_glass" (
    "id" UUID NOT NULL,
    "case_ref" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_by" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "remark" TEXT,

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "break_glass_person_id_until_idx" ON "break_glass"("person_id", "until");
CREATE INDEX "break_glass_opened_at_idx" ON "break_glass"("opened_at");

-- Appends entries, each to the chain of its case, in one round trip. `line` is the canonical JSON that the hash covers
-- (activities/accesses). One writer a case at a time; cases always in the same order, so that two requests never wait for each other.
CREATE FUNCTION "record_accesses"("entries" jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
  last_seq integer;
  last_hash text;
BEGIN
  FOR one IN
    SELECT * FROM jsonb_to_recordset(entries) AS t(case_ref text, at float8, person_id uuid, roles text[], what text, object text,
      under text, remark text, request_id text, line text)
    ORDER BY t.case_ref
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('access ' || one.case_ref, 0));
    SELECT e.seq, e.hash INTO last_seq, last_hash FROM access_entry e WHERE e.case_ref = one.case_ref ORDER BY e.seq DESC LIMIT 1;
    INSERT INTO access_entry (case_ref, seq, at, person_id, roles, what, object, under, remark, request_id, hash)
    VALUES (one.case_ref, COALESCE(last_seq, 0) + 1, to_timestamp(one.at / 1000), one.person_id, one.roles, one.what, one.object,
      one.under, one.remark, one.request_id,
      encode(sha256(convert_to(COALESCE(last_hash, repeat('0', 64)) || one.line, 'UTF8')), 'hex'));
  END LOOP;
END
$$;

CREATE FUNCTION "refuse_access_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Le journal des accès ne se modifie pas : % est refusé.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "access_append_only" BEFORE UPDATE OR DELETE ON "access_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_access_change"();
CREATE TRIGGER "access_no_truncate" BEFORE TRUNCATE ON "access_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_access_change"();

-- An exceptional access is acknowledged, once; nothing else of it ever changes.
CREATE FUNCTION "refuse_break_glass_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.acknowledged_at IS NULL
    AND (NEW.id, NEW.case_ref, NEW.person_id, NEW.reason, NEW.opened_at, NEW.until)
      = (OLD.id, OLD.case_ref, OLD.person_id, OLD.reason, OLD.opened_at, OLD.until)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Un accès exceptionnel ne se modifie pas : % est refusé.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "break_glass_kept" BEFORE UPDATE OR DELETE ON "break_glass" FOR EACH ROW EXECUTE FUNCTION "refuse_break_glass_change"();
CREATE TRIGGER "break_glass_no_truncate" BEFORE TRUNCATE ON "break_glass" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_break_glass_change"();

-- The application's role may not even try.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'jalon_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "access_entry" FROM "jalon_app";
    REVOKE DELETE, TRUNCATE ON "break_glass" FROM "jalon_app";
  END IF;
END
$$;
