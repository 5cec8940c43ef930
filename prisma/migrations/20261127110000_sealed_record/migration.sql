-- The legal record of a case, sealed by a key of its own: when the key is destroyed the entries cannot be read, and their chain still holds.
CREATE TABLE "record" (
    "case_ref" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "commitment" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "record_pkey" PRIMARY KEY ("case_ref", "seq")
);

CREATE TABLE "case_key" (
    "case_ref" TEXT NOT NULL,
    "wrapped" BYTEA,
    "wrapped_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "destroyed_at" TIMESTAMPTZ(3),
    "destroyed_by" UUID,
    "visa" TEXT,

    CONSTRAINT "case_key_pkey" PRIMARY KEY ("case_ref"),
    -- A key is there, or it is destroyed by somebody who says why.
    CONSTRAINT "case_key_destroyed" CHECK (CASE WHEN "destroyed_at" IS NULL
      THEN "wrapped" IS NOT NULL AND "destroyed_by" IS NULL AND "visa" IS NULL
      ELSE "wrapped" IS NULL AND "destroyed_by" IS NOT NULL AND "visa" IS NOT NULL END)
);

-- What a destruction leaves to be removed outside the database: files, the history that the engine may still keep.
CREATE TABLE "leftover" (
    "id" BIGSERIAL NOT NULL,
    "case_ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "leftover_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "leftover_kind_place_key" ON "leftover"("kind", "place");

ALTER TABLE "case_file" ADD COLUMN "destroyed_at" TIMESTAMPTZ(3);

CREATE FUNCTION "refuse_record_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Le registre scellé ne se modifie pas : % est refusé.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "record_append_only" BEFORE UPDATE OR DELETE ON "record" FOR EACH ROW EXECUTE FUNCTION "refuse_record_change"();
CREATE TRIGGER "record_no_truncate" BEFORE TRUNCATE ON "record" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_record_change"();

-- A key is wrapped anew, or destroyed, once; a destroyed one never changes again.
CREATE FUNCTION "refuse_case_key_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.destroyed_at IS NULL AND (NEW.case_ref, NEW.created_at) = (OLD.case_ref, OLD.created_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'La clé d’un dossier ne se supprime pas et, détruite, ne change plus : % est refusé.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "case_key_kept" BEFORE UPDATE OR DELETE ON "case_key" FOR EACH ROW EXECUTE FUNCTION "refuse_case_key_change"();
CREATE TRIGGER "case_key_no_truncate" BEFORE TRUNCATE ON "case_key" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_case_key_change"();

-- The journal repeats the record in clear: its rows go with the key of their case, and not before.
CREATE OR REPLACE FUNCTION "refuse_journal_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' AND TG_OP = 'DELETE'
    AND EXISTS (SELECT FROM public.case_key k WHERE k.case_ref = OLD.case_ref AND k.destroyed_at IS NOT NULL)
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Le journal ne se modifie pas : % est refusé sur une écriture passée.', TG_OP
    USING ERRCODE = 'insufficient_privilege', HINT = 'Une correction est une nouvelle écriture du dossier.';
END
$$;

-- The only way for the application to remove rows of the journal; the trigger above decides.
CREATE FUNCTION "forget_journal"("ref" text) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  removed integer;
BEGIN
  DELETE FROM public.journal j WHERE j.case_ref = ref;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END
$$;
REVOKE EXECUTE ON FUNCTION "forget_journal"(text) FROM PUBLIC;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'jalon_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "record" FROM "jalon_app";
    REVOKE DELETE, TRUNCATE ON "case_key" FROM "jalon_app";
    GRANT EXECUTE ON FUNCTION "forget_journal"(text) TO "jalon_app";
  END IF;
END
$$;
