-- Who somebody is for an OpenID provider, to whom that was given and by whom, and the browsers that are signed in.
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID,
    "email" TEXT,
    "name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "identity_issuer_subject_key" ON "identity"("issuer", "subject");

CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "identity_move" (
    "id" UUID NOT NULL,
    "identity_id" UUID NOT NULL,
    "from_person" UUID,
    "into_person" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "remark" TEXT,

    CONSTRAINT "identity_move_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "identity_move_identity_id_idx" ON "identity_move"("identity_id");

ALTER TABLE "identity_move" ADD CONSTRAINT "identity_move_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One proposal at a time for an identity.
CREATE UNIQUE INDEX "identity_move_one_open" ON "identity_move"("identity_id") WHERE "decided_at" IS NULL;

-- What was decided about an identity stays as it was written.
CREATE FUNCTION "refuse_identity_move_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."decided_at" IS NULL AND NEW."decided_at" IS NOT NULL
    AND (NEW."id", NEW."identity_id", NEW."into_person", NEW."reason", NEW."proposed_at")
      = (OLD."id", OLD."identity_id", OLD."into_person", OLD."reason", OLD."proposed_at")
    AND NEW."from_person" IS NOT DISTINCT FROM OLD."from_person"
    AND NEW."proposed_by" IS NOT DISTINCT FROM OLD."proposed_by"
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Un rattachement d’identité ne se modifie pas : % est refusé.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "identity_move_append_only" BEFORE UPDATE OR DELETE ON "identity_move" FOR EACH ROW EXECUTE FUNCTION "refuse_identity_move_change"();
CREATE TRIGGER "identity_move_no_truncate" BEFORE TRUNCATE ON "identity_move" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_identity_move_change"();

CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "person_id" UUID NOT NULL,
    "identity_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "agent" TEXT NOT NULL,
    "acr" TEXT,
    "amr" TEXT[],
    "id_token" BYTEA,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

CREATE INDEX "session_person_id_idx" ON "session"("person_id");

CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "session" ADD CONSTRAINT "session_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "sign_in_attempt" (
    "token_hash" CHAR(64) NOT NULL,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "verifier" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "strong" BOOLEAN NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("token_hash")
);

CREATE INDEX "sign_in_attempt_expires_at_idx" ON "sign_in_attempt"("expires_at");
