-- What somebody may bring, and the documents behind a figure.
ALTER TABLE "wait" ADD COLUMN "optional" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "measure" ALTER COLUMN "evidence" TYPE TEXT[] USING CASE WHEN "evidence" IS NULL THEN '{}' ELSE ARRAY["evidence"] END;
