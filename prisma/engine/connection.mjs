// The engine's connections, with three faults of @prisma/adapter-pg 7.10 repaired.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

/** PostgreSQL's internal one-letter type "char", and `text`, in which it is read. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/** A factory of connections for the engine; `url` may be undefined for work on files alone. */
export function connectionFactory(url, shadowUrl) {
  const target = url ? new URL(url) : undefined;
  const schema = target?.searchParams.get('schema') ?? undefined;
  target?.searchParams.delete('schema');

  const factory = new PrismaPg({ connectionString: target?.toString() }, { schema });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => repaired(await connect());

  factory.connectToShadowDb = () => (shadowUrl ? connectTo(shadowUrl) : temporaryShadow(factory, target));
  return bindMigrationAwareSqlAdapterFactory(factory);
}

const connectTo = async (connectionString) => repaired(await new PrismaPg({ connectionString }).connect());

/** An empty database to replay migrations in. The adapter's own one connects to the real database when it is given by URL. */
async function temporaryShadow(factory, target) {
  const main = await factory.connect();
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await main.executeScript(`CREATE DATABASE "${name}"`);
  const url = new URL(target);
  url.pathname = `/${name}`;
  const shadow = await connectTo(url.toString());
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await main.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`);
    await main.dispose();
  };
  return shadow;
}

function repaired(connection) {
  const performIO = connection.performIO.bind(connection);
  const queryRaw = connection.queryRaw.bind(connection);
  let charColumns = [];

  // The adapter refuses the "char" columns of the catalogue, which the describer reads: take them as text, say what they are.
  connection.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = [];
    result.fields?.forEach((field, at) => {
      if (field.dataTypeID !== CHAR_OID) return;
      charColumns.push(at);
      field.dataTypeID = TEXT_OID;
    });
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const at of charColumns) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };

  // The adapter cuts scripts at each semicolon, function bodies included: send the script whole, as one simple query.
  connection.executeScript = async (script) => {
    try {
      await connection.client.query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}
