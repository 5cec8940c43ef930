-- A measure belongs to a case, like a task or a wait: without this, a stray one would outlive every rebuild.
ALTER TABLE "measure" ADD CONSTRAINT "measure_case_ref_fkey" FOREIGN KEY ("case_ref") REFERENCES "case_file"("ref") ON DELETE RESTRICT ON UPDATE CASCADE;
