-- A coach may share a note with the participant whose case it is about.
ALTER TABLE "note" ADD COLUMN "shared" BOOLEAN NOT NULL DEFAULT false;
