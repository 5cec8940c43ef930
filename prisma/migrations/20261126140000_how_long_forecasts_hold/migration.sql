-- Until when a forecast says the same: those that still hold are not computed again each morning.
ALTER TABLE "case_forecast" ADD COLUMN "holds_until" DATE;
