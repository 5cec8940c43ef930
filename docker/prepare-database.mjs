// Makes the roles and the database of Jalon, and the role of Temporal, on a PostgreSQL server. Run again it changes nothing but
// passwords, so that a new password is one more run. Variables: ADMIN_DATABASE_URL, OWNER_PASSWORD, APP_PASSWORD, TEMPORAL_PASSWORD.
import pg from 'pg';
import { prepareDatabase } from '../apps/launcher/database.mjs';

const { ADMIN_DATABASE_URL: adminUrl, OWNER_PASSWORD: ownerPassword, APP_PASSWORD: appPassword, TEMPORAL_PASSWORD } = process.env;
await prepareDatabase({ adminUrl, ownerPassword, appPassword });

const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
const { rowCount } = await admin.query(`SELECT 1 FROM pg_roles WHERE rolname = 'temporal'`);
// CREATEDB: Temporal's own tool makes its two databases.
await admin.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE temporal LOGIN CREATEDB PASSWORD ${pg.escapeLiteral(TEMPORAL_PASSWORD)}`);
await admin.end();
console.log('Roles and database are ready.');
