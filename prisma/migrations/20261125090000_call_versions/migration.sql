-- What a call said from one change to the next: cases freeze the number of the version that they answer.
CREATE TABLE "call_version" (
    "call_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "envelope_cents" BIGINT NOT NULL,
    "terms" JSONB NOT NULL,
    "changed_by" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_version_pkey" PRIMARY KEY ("call_id", "version")
);

ALTER TABLE "call_version" ADD CONSTRAINT "call_version_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Calls that exist already: their history begins with what they say today.
INSERT INTO "call_version" ("call_id", "version", "status", "title", "opens_on", "closes_on", "envelope_cents", "terms")
SELECT "id", "version", "status", "title", "opens_on", "closes_on", "envelope_cents", "terms" FROM "call";

-- A past version does not change: not by the application.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'jalon_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "call_version" FROM "jalon_app";
  END IF;
END
$$;
