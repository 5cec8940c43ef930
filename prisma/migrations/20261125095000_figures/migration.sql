-- Figures are counted call by call.
CREATE INDEX "case_file_call_id_idx" ON "case_file"("call_id");
