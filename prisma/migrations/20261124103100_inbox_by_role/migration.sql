-- The inbox of a role that few tasks are for: with 10,000 open tasks, its page reads 26 rows of this index and not all of task_open_due.
CREATE INDEX "task_open_role" ON "task" ("role", (COALESCE("last_day", DATE '9999-12-31')), "id") WHERE "status" = 'open';
