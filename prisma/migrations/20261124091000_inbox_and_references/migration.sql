-- Both are trusted: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE EXTENSION IF NOT EXISTS "unaccent";

-- Numbers of case references: FTAP-2026-000123. A number that a refused filing took is never used again.
CREATE SEQUENCE "case_number" START 1;

-- The inbox: open tasks by last day. Those without one come last, so that (last day, id) orders and pages every task.
CREATE INDEX "task_open_due" ON "task" ((COALESCE("last_day", DATE '9999-12-31')), "id") WHERE "status" = 'open';
CREATE INDEX "task_open_person" ON "task" ("person_id") WHERE "status" = 'open';
CREATE INDEX "task_answered_by" ON "task" ("answered_by") WHERE "answered_by" IS NOT NULL;

-- Search in lists: without accents or case. unaccent depends on a dictionary that could change, so PostgreSQL does not let an index
-- use it; this dictionary is fixed by its name.
CREATE FUNCTION "searchable"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
CREATE INDEX "case_file_search" ON "case_file"
  USING gin (searchable("ref" || ' ' || "title" || ' ' || COALESCE("body_name", '')) gin_trgm_ops);
