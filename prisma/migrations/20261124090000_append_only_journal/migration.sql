-- The journal is the legal record: nobody changes or deletes an entry, not the application, not the owner of the schema.
CREATE FUNCTION "refuse_journal_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Le journal ne se modifie pas : % est refusé sur une écriture passée.', TG_OP
    USING ERRCODE = 'insufficient_privilege', HINT = 'Une correction est une nouvelle écriture du dossier.';
END
$$;

CREATE TRIGGER "journal_append_only" BEFORE UPDATE OR DELETE ON "journal" FOR EACH ROW EXECUTE FUNCTION "refuse_journal_change"();
CREATE TRIGGER "journal_no_truncate" BEFORE TRUNCATE ON "journal" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_journal_change"();

-- The application's role may not even try.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'jalon_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "journal" FROM "jalon_app";
  END IF;
END
$$;
