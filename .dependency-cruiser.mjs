/** The import law of docs/architecture.md: what each room may know of the others. */
const only = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const specs = '\\.spec\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A cycle has no layer; move what both need into a third file.',
    ),
    only(
      'calendar-knows-nothing',
      { path: '^workflows/calendar/', pathNot: specs },
      { pathNot: '^workflows/calendar/' },
      'The calendar is pure.',
    ),
    only(
      'workflows-know-nothing-outside',
      { path: '^workflows/', pathNot: specs },
      { pathNot: ['^workflows/', '^node_modules/(zod|@temporalio)/', '^(zod|@temporalio/)'], dependencyTypesNot: ['type-only'] },
      'Workflows are deterministic: no server, no database, no Node.',
    ),
    only(
      'only-the-kit-knows-temporal',
      { path: '^workflows/', pathNot: ['^workflows/(kit/|index\\.ts)', specs] },
      { path: '@temporalio' },
      'A story knows no engine.',
    ),
    only(
      'procedures-are-separate',
      { path: '^workflows/([^/]+)/', pathNot: ['^workflows/(kit|calendar|ftap-committee|directors-year)/', specs] },
      { path: '^workflows/[^/]+/', pathNot: ['^workflows/(kit|calendar)/', '^workflows/$1/'] },
      'A procedure uses the kit and the calendar, never another procedure.',
    ),
    only(
      'committee-hears-grants',
      { path: '^workflows/ftap-committee/', pathNot: specs },
      { path: '^workflows/[^/]+/', pathNot: '^workflows/(kit|calendar|ftap|ftap-committee)/' },
      'A session speaks in the words of the grants that it hears; grants know nothing of sessions.',
    ),
    only(
      'years-hear-events',
      { path: '^workflows/directors-year/', pathNot: specs },
      { path: '^workflows/[^/]+/', pathNot: '^workflows/(kit|calendar|directors-year|seated-event)/' },
      'A director’s year speaks in the words of the events that it hears of; events know nothing of years.',
    ),
    only(
      'kit-knows-no-procedure',
      { path: '^workflows/kit/', pathNot: specs },
      { path: '^workflows/', pathNot: '^workflows/(kit|calendar)/' },
      'The kit serves every procedure.',
    ),
    only(
      'activities-know-no-application',
      { path: '^activities/', pathNot: specs },
      { path: '^apps/' },
      'Activities serve every application.',
    ),
    only(
      'back-office-does-not-run-workflows',
      // The native connection, cheaper than the one in JavaScript, comes with the worker's package.
      { path: '^apps/back-office/', pathNot: '^apps/back-office/temporal/temporal-client\\.ts$' },
      { path: '@temporalio/(workflow|worker)', dependencyTypesNot: ['type-only'] },
      'The worker runs them.',
    ),
    only(
      'applications-are-separate',
      { path: '^apps/([^/]+)/', pathNot: specs },
      { path: '^apps/', pathNot: '^apps/$1/' },
      'What two applications need lives outside apps/.',
    ),
    only(
      'web-knows-forms-and-client',
      { path: '^apps/web/', pathNot: [specs, 'vite\\.config'] },
      { path: '^(activities|prisma|apps/back-office|node_modules/(@nestjs|@temporalio|@prisma))/', dependencyTypesNot: ['type-only'] },
      'The browser gets the form schemas and the generated client.',
    ),
    only(
      'only-tests-know-tests',
      { path: '^(apps|activities|workflows|prisma)/', pathNot: specs },
      { path: ['^test/', specs] },
      'Production code does not depend on tests.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|prisma/generated)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
