// Everything, ESM-only dependencies included, is compiled to CommonJS by swc: Jest's own ESM mode fails on NestJS 12 (a require cycle).
const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { target: 'es2023', parser, transform: { legacyDecorator: true, decoratorMetadata: true }, keepClassNames: true },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
const esmOnly =
  '@nestjs/|file-type/|strtok3/|token-types/|uint8array-extras/|@tokenizer/|@borewit/|load-esm/|@standard-schema/|js-yaml/|es-toolkit/|cookie/|flydrive/|case-anything/|@humanwhocodes/|@poppinss/|fast-check/|pure-rand/|temporal-polyfill/|temporal-utils/|content-disposition/|openid-client/|oauth4webapi/|jose/|oidc-provider/|@fastify/|@prisma/client/runtime/.*\\.mjs';
export default {
  rootDir: '..',
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/workflows', '<rootDir>/activities', '<rootDir>/prisma', '<rootDir>/test'],
  // The launcher is plain JavaScript: it runs before anything is installed.
  testMatch: ['**/*.spec.{ts,mjs}'],
  // A machine that does several things at once is slow: no test is about time.
  testTimeout: 60_000,
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#(workflows|activities|prisma)/(.*)\\.js$': '<rootDir>/$1/$2',
  },
  transform: { '^.+\\.tsx?$': swc({ syntax: 'typescript', decorators: true }), '^.+\\.m?js$': swc({ syntax: 'ecmascript' }) },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(?:${esmOnly}))`],
};
