-- How long a closed case is kept: one clock each, what stops it, who agrees to its end, and what proves that it was destroyed.
CREATE TABLE "retention" (
    "case_ref" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "keep_until" DATE NOT NULL,
    "announced_early_on" DATE,
    "announced_last_on" DATE,
    "ordered_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_pkey" PRIMARY KEY ("case_ref")
);
CREATE INDEX "retention_keep_until_idx" ON "retention"("keep_until");

CREATE TABLE "retention_hold" (
    "id" UUID NOT NULL,
    "case_ref" TEXT NOT NULL,
    -- Emptied with the case's content.
    "reason" TEXT,
    "since" DATE NOT NULL,
    "placed_by" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" DATE,
    "released_by" UUID,
    "released_at" TIMESTAMPTZ(3),
    "release_reason" TEXT,

    CONSTRAINT "retention_hold_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "retention_hold_released" CHECK (("until" IS NULL) = ("released_by" IS NULL) AND ("until" IS NULL) = ("released_at" IS NULL))
);
CREATE INDEX "retention_hold_case_ref_idx" ON "retention_hold"("case_ref");
-- A clock that stands still is not stopped again.
CREATE UNIQUE INDEX "retention_hold_open" ON "retention_hold"("case_ref") WHERE "until" IS NULL;

CREATE TABLE "elimination_visa" (
    "id" UUID NOT NULL,
    "case_ref" TEXT NOT NULL,
    "visa" TEXT NOT NULL,
    "given_by" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "elimination_visa_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "elimination_visa_verdict" CHECK ("verdict" IS NULL OR "verdict" IN ('confirmed', 'refused', 'lapsed')),
    -- Two people: who gives it does not confirm it.
    CONSTRAINT "elimination_visa_second" CHECK ("verdict" IS DISTINCT FROM 'confirmed' OR ("decided_by" IS NOT NULL AND "decided_by" <> "given_by"))
);
CREATE INDEX "elimination_visa_case_ref_idx" ON "elimination_visa"("case_ref");
CREATE UNIQUE INDEX "elimination_visa_standing" ON "elimination_visa"("case_ref") WHERE "verdict" IS NULL OR "verdict" = 'confirmed';

-- The procès-verbal: the bytes that were signed, as they were.
CREATE TABLE "elimination" (
    "case_ref" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "elimination_pkey" PRIMARY KEY ("case_ref")
);
CREATE FUNCTION "refuse_elimination_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Un procès-verbal d’élimination ne se modifie pas : % est refusé.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "elimination_kept" BEFORE UPDATE OR DELETE ON "elimination" FOR EACH ROW EXECUTE FUNCTION "refuse_elimination_change"();
CREATE TRIGGER "elimination_no_truncate" BEFORE TRUNCATE ON "elimination" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_elimination_change"();

-- What somebody asks about their own data, and what they were answered.
CREATE TABLE "data_request" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_on" DATE NOT NULL,
    "verdict" TEXT,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "data_request_person_id_idx" ON "data_request"("person_id");
CREATE INDEX "data_request_due_on_idx" ON "data_request"("due_on");

-- Where the chain of accesses of a case goes on after its oldest entries were removed: the number and the hash of the last of those.
CREATE TABLE "access_anchor" (
    "case_ref" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_anchor_pkey" PRIMARY KEY ("case_ref")
);

CREATE OR REPLACE FUNCTION "record_accesses"("entries" jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
    IF last_seq IS NULL THEN
      SELECT a.seq, a.hash INTO last_seq, last_hash FROM access_anchor a WHERE a.case_ref = one.case_ref;
    END IF;
    INSERT INTO access_entry (case_ref, seq, at, person_id, roles, what, object, under, remark, request_id, hash)
    VALUES (one.case_ref, COALESCE(last_seq, 0) + 1, to_timestamp(one.at / 1000), one.person_id, one.roles, one.what, one.object,
      one.under, one.remark, one.request_id,
      encode(sha256(convert_to(COALESCE(last_hash, repeat('0', 64)) || one.line, 'UTF8')), 'hex'));
  END LOOP;
END
$$;

-- An entry goes once it is a year old and the anchor stands where its chain goes on.
CREATE OR REPLACE FUNCTION "refuse_access_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' AND TG_OP = 'DELETE' AND OLD.at < now() - interval '1 year'
    AND EXISTS (SELECT FROM public.access_anchor a WHERE a.case_ref = OLD.case_ref AND a.seq >= OLD.seq)
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Le journal des accès ne se modifie pas : % est refusé.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Removes the accesses of before an instant, never those of the last year, from the oldest on and without a gap. Gives how many went.
CREATE FUNCTION "purge_accesses"("before" timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record;
  limit_at timestamptz := least(before, now() - interval '1 year');
  removed integer := 0;
  gone integer;
BEGIN
  FOR one IN SELECT DISTINCT e.case_ref FROM public.access_entry e WHERE e.at < limit_at ORDER BY e.case_ref
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('access ' || one.case_ref, 0));
    INSERT INTO public.access_anchor AS a (case_ref, seq, hash)
      SELECT e.case_ref, e.seq, e.hash FROM public.access_entry e
      WHERE e.case_ref = one.case_ref
        AND NOT EXISTS (SELECT FROM public.access_entry k WHERE k.case_ref = e.case_ref AND k.seq <= e.seq AND k.at >= limit_at)
      ORDER BY e.seq DESC LIMIT 1
    ON CONFLICT (case_ref) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, at = now() WHERE excluded.seq > a.seq;
    DELETE FROM public.access_entry e USING public.access_anchor a
      WHERE e.case_ref = one.case_ref AND a.case_ref = e.case_ref AND e.seq <= a.seq;
    GET DIAGNOSTICS gone = ROW_COUNT;
    removed := removed + gone;
  END LOOP;
  RETURN removed;
END
$$;
REVOKE EXECUTE ON FUNCTION "purge_accesses"(timestamptz) FROM PUBLIC;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'jalon_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "elimination" FROM "jalon_app";
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "access_anchor" FROM "jalon_app";
    REVOKE DELETE, TRUNCATE ON "retention_hold", "elimination_visa", "data_request" FROM "jalon_app";
    GRANT EXECUTE ON FUNCTION "purge_accesses"(timestamptz) TO "jalon_app";
  END IF;
END
$$;
