// Demonstration cases, played through the API of a running Jalon (JALON_BASE_URL): filed, studied, heard, decided, paid, late, paused.
import { seedGrants } from './seed-grants.js';

await seedGrants();
