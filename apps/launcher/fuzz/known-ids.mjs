// Ids that exist, so that the fuzzer gets past « not found »: told to it for each parameter of each address, and for the fields of bodies.
import { writeFileSync } from 'node:fs';

/** For each kind of id the question that gives some. */
const questions = {
  cases: 'SELECT DISTINCT ON (procedure, stage) ref AS value FROM case_file ORDER BY procedure, stage, ref',
  tasks: `SELECT DISTINCT ON (key, status) id AS value FROM task ORDER BY key, status, id`,
  items: 'SELECT DISTINCT item AS value FROM wait ORDER BY item LIMIT 40',
  documents: 'SELECT DISTINCT ON (kind) id AS value FROM document ORDER BY kind, id',
  drafts: 'SELECT id AS value FROM draft ORDER BY id LIMIT 20',
  calls: 'SELECT id AS value FROM call ORDER BY id',
  mails: 'SELECT id AS value FROM mail ORDER BY id LIMIT 20',
  notes: 'SELECT id AS value FROM note ORDER BY id LIMIT 20',
  people: 'SELECT id AS value FROM person ORDER BY id LIMIT 40',
  bodies: 'SELECT siret AS value FROM body ORDER BY siret LIMIT 20',
  editions: 'SELECT id AS value FROM edition ORDER BY id LIMIT 20',
  identities: 'SELECT id AS value FROM identity ORDER BY id LIMIT 20',
  identityMoves: 'SELECT id AS value FROM identity_move ORDER BY id LIMIT 20',
  glasses: 'SELECT id AS value FROM break_glass ORDER BY id LIMIT 20',
};

/** What a name stands for, wherever it is met. */
const byName = {
  ref: 'cases',
  caseRef: 'cases',
  member: 'cases',
  item: 'items',
  personId: 'people',
  person: 'people',
  callId: 'calls',
  draftId: 'drafts',
  editionId: 'editions',
  siret: 'bodies',
};

/** What `id` stands for, by the address; the first that fits. */
const ofId = [
  [/\/tasks\//, 'tasks'],
  [/\/documents\//, 'documents'],
  [/\/drafts\//, 'drafts'],
  [/\/notes\//, 'notes'],
  [/\/calls\//, 'calls'],
  [/\/mails\//, 'mails'],
  [/\/break-glass\//, 'glasses'],
  [/\/identities\/moves\//, 'identityMoves'],
  [/\/identities\//, 'identities'],
  [/\/editions\//, 'editions'],
  [/\/delegates\//, 'people'],
];

/** @returns {Promise<Record<string, string[]>>} the ids of each kind of which there are any */
export async function knownIds(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const found = {};
    for (const [kind, question] of Object.entries(questions)) {
      const values = (await client.query(question)).rows.map(({ value }) => value);
      if (values.length > 0) found[kind] = values;
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Writes the contract as the fuzzer reads it: the first id of each kind as the example of its parameters. */
export function writeContract(contract, ids, file) {
  const copy = JSON.parse(JSON.stringify(contract));
  for (const [path, operations] of Object.entries(copy.paths))
    for (const operation of Object.values(operations))
      for (const parameter of operation.parameters ?? []) {
        const [first] = ids[kindOf(path, parameter.name)] ?? [];
        if (first !== undefined && parameter.in === 'path') parameter.example = first;
      }
  writeFileSync(file, JSON.stringify(copy));
}

/** Writes the fuzzer's settings: the ids as dictionaries, and which parameter takes which, seven times in ten. */
export function writeSettings(contract, ids, file) {
  const lines = Object.entries(ids).map(([kind, values]) => `[dictionaries.${kind}]\nvalues = ${JSON.stringify(values)}\n`);
  for (const [path, operations] of Object.entries(contract.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const bindings = placesOf(contract, operation).flatMap(([place, name]) => {
        const kind = kindOf(path, name);
        return ids[kind] ? [`${JSON.stringify(`${place}.${name}`)} = { dictionary = "${kind}", probability = 0.7 }`] : [];
      });
      if (bindings.length === 0) continue;
      const filter = `include-path = ${JSON.stringify(path)}\ninclude-method = "${method.toUpperCase()}"`;
      lines.push(`[[operations]]\n${filter}\n[operations.parameters]\n${bindings.join('\n')}\n`);
    }
  writeFileSync(file, lines.join('\n'));
}

const kindOf = (path, name) => (name === 'id' ? ofId.find(([pattern]) => pattern.test(path))?.[1] : byName[name]);

/** Where an operation takes values: parameters, and the fields of a JSON body. */
function placesOf(contract, { parameters = [], requestBody }) {
  const body = requestBody?.content?.['application/json']?.schema;
  const schema = body?.$ref ? contract.components.schemas[body.$ref.split('/').at(-1)] : body;
  const fields = Object.keys(schema?.properties ?? {}).filter((name) => name !== 'id');
  return [...parameters.map(({ in: place, name }) => [place, name]), ...fields.map((name) => ['body', name])];
}
