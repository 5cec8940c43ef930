import type pg from 'pg';
import { expertGroups, reviewersGroup } from '#prisma/seed-people.js';

/**
 * Cases at every stage and others that are over, as a desk has them after years; only what lists read is filled in. Half as many open cases as
 * open tasks: ten of them have twenty, see `stage` below.
 */
export async function fillInbox(client: pg.ClientBase, openTasks: number): Promise<void> {
  if (openTasks % 20 !== 0) throw new RangeError(`The number of open tasks is a multiple of 20, not ${openTasks}.`);
  const openCases = openTasks / 2;
  await client.query(cases, [openCases, Math.round(openCases * 0.6)]);
  await client.query(tasks, [reviewersGroup, ...expertGroups]);
  await client.query(waits);
  await client.query(claims);
  await client.query('ANALYZE');
  const { rows } = await client.query<{ open: number }>(`SELECT count(*)::int AS open FROM task WHERE status = 'open'`);
  if (rows[0]?.open !== openTasks) throw new Error(`${String(rows[0]?.open)} tasks are open, not ${openTasks}.`);
}

/** A number that spreads evenly, the same in every run. */
const spread = (modulus: number) => `(n * 7919 % ${modulus})`;

const cases = `
  INSERT INTO case_file (ref, procedure, revision, title, owner_id, body_name, siret, call_id, amount_cents,
    stage, status, outcome, opened_at, closed_at, last_seq, last_hash, view)
  SELECT 'FTAP-2026-' || lpad(n::text, 6, '0'), 'ftap', 'r1',
    (ARRAY['Parcours données', 'Atelier cybersécurité', 'École de l’accueil', 'Formation à l’écriture claire', 'Classe d’analyse spatiale',
      'Cycle de conduite de projet', 'Mallette météo', 'Tutorat du numérique responsable'])[1 + n % 8] || ' pour ' ||
    (ARRAY['tous les agents', 'les cadres', 'les services déconcentrés', 'les nouveaux arrivants', 'les opérateurs'])[1 + ${spread(5)}] || ' ' || n,
    CASE WHEN n % 50 = 0 THEN (SELECT person_id FROM "grant" WHERE role = 'applicant' ORDER BY person_id LIMIT 1) ELSE gen_random_uuid() END,
    (ARRAY['Météo-France', 'Bibliothèque nationale de France', 'Ministère de la Culture', 'Institut national de l’information géographique',
      'Agence nationale de la cohésion des territoires', 'Ministère de la Justice', 'Ministère de l’Économie'])[1 + ${spread(7)}],
    lpad(n::text, 14, '9'), (SELECT id FROM call ORDER BY id LIMIT 1), 5000000 + n * 100,
    CASE WHEN n > $1 THEN 'followUp' WHEN n % 10 < 3 THEN 'completeness' WHEN n % 10 < 8 THEN 'instruction'
      WHEN n % 10 = 8 THEN 'decision' ELSE 'awaitingPieces' END,
    CASE WHEN n > $1 THEN 'closed' ELSE 'open' END, CASE WHEN n > $1 THEN 'completed' END,
    now() - ${spread(300)} * interval '1 day', CASE WHEN n > $1 THEN now() END, 20, repeat('0', 64), '{}'
  FROM generate_series(1, $1::int + $2::int) n`;

const tasks = `
  INSERT INTO task (id, case_ref, item, key, role, group_name, status, asked_at, last_day, overdue, closed_at, answered_by, "except")
  SELECT ref || '.' || item, ref, item, key, asked.role, asked.group_name, asked.status, opened_at,
    CURRENT_DATE + (${spread(75)} - 10), asked.status = 'open' AND ${spread(75)} < 10,
    CASE WHEN asked.status = 'answered' THEN now() END,
    CASE WHEN asked.status = 'answered' THEN holders.ids[1 + n % cardinality(holders.ids)] END, '{}'
  FROM (SELECT *, right(ref, 6)::int AS n FROM case_file) c
  JOIN (VALUES
    ('completeness', 'check-completeness-1', 'check-completeness', 'reviewer', $1, 'open'),
    ('awaitingPieces', 'check-completeness-1', 'check-completeness', 'reviewer', $1, 'answered'),
    ('awaitingPieces', 'supply-pieces-1', 'supply-pieces', 'applicant', NULL, 'open'),
    ('instruction', 'check-completeness-1', 'check-completeness', 'reviewer', $1, 'answered'),
    ('instruction', 'score-application-1', 'score-application', 'reviewer', $1, 'answered'),
    ('instruction', 'score-application-2', 'score-application', 'reviewer', $1, 'open'),
    ('instruction', 'expert-opinion-1', 'expert-opinion', 'expert', $2, 'open'),
    ('instruction', 'expert-opinion-2', 'expert-opinion', 'expert', $3, 'open'),
    ('decision', 'score-application-1', 'score-application', 'reviewer', $1, 'answered'),
    ('decision', 'score-application-2', 'score-application', 'reviewer', $1, 'answered'),
    ('decision', 'decide-1', 'decide', 'authority', NULL, 'open'),
    ('instalment', 'check-completeness-1', 'check-completeness', 'reviewer', $1, 'answered'),
    ('instalment', 'score-application-1', 'score-application', 'reviewer', $1, 'answered'),
    ('instalment', 'score-application-2', 'score-application', 'reviewer', $1, 'answered'),
    ('instalment', 'expert-opinion-1', 'expert-opinion', 'expert', $2, 'answered'),
    ('instalment', 'expert-opinion-2', 'expert-opinion', 'expert', $3, 'answered'),
    ('instalment', 'decide-1', 'decide', 'authority', NULL, 'answered')
  ) AS asked (stage, item, key, role, group_name, status) ON asked.stage = c.stage
  JOIN (SELECT role, array_agg(person_id ORDER BY person_id) AS ids FROM "grant" GROUP BY role) holders ON holders.role = asked.role`;

const waits = `
  INSERT INTO wait (case_ref, item, kind, key, role, since, last_day)
  SELECT case_ref, item, 'task', key, role, asked_at, last_day FROM task WHERE status = 'open'`;

/** One reviewer's task in ten is taken by somebody. */
const claims = `
  INSERT INTO claim (task_id, person_id)
  SELECT t.id, ids[1 + (n / 10) % cardinality(ids)]
  FROM (SELECT *, right(case_ref, 6)::int AS n FROM task WHERE status = 'open' AND key = 'score-application') t,
    (SELECT array_agg(person_id ORDER BY person_id) AS ids FROM "grant" WHERE role = 'reviewer') reviewers
  WHERE (n / 10) % 2 = 0`;
