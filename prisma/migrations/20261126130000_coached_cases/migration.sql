-- Cases that a coach was given, by the message that told them: who accompanies a participant reads their case before anything is asked.
CREATE INDEX "journal_coach_assigned" ON "journal" ((entry -> 'to' ->> 'person'), "case_ref")
WHERE "type" = 'told' AND entry ->> 'template' = 'coach-assigned';
