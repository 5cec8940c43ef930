-- How running cases would end, and what people would have to do: derived from the journal, computed again at any time.
CREATE TABLE "case_forecast" (
    "case_ref" TEXT NOT NULL,
    "as_of_seq" INTEGER NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_on" DATE,
    "outcome" TEXT,
    "waits_for" TEXT,
    "unforeseen" TEXT,

    CONSTRAINT "case_forecast_pkey" PRIMARY KEY ("case_ref")
);

CREATE INDEX "case_forecast_ends_on_idx" ON "case_forecast"("ends_on");

CREATE TABLE "forecast_load" (
    "id" BIGSERIAL NOT NULL,
    "case_ref" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" UUID,
    "group_name" TEXT,
    "count" INTEGER NOT NULL,

    CONSTRAINT "forecast_load_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "forecast_load_case_ref_idx" ON "forecast_load"("case_ref");

CREATE INDEX "forecast_load_week_idx" ON "forecast_load"("week");
