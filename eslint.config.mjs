import js from '@eslint/js';
import typescript from 'typescript-eslint';

/** Rules that find defects; matters of taste are left to Prettier and to review. */
export default typescript.config(
  { ignores: ['dist/', 'coverage/', '.jalon/', 'prisma/generated/', 'apps/web/api/', 'apps/web/public/', '**/generated/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...typescript.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['prisma.config.ts'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Nest's modules are classes without members.
      '@typescript-eslint/no-extraneous-class': 'off',
      // A number in a message is what was meant.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => file.tell(…)` in a story reads well and returns nothing that matters.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An implementation may be asynchronous because its contract is.
      '@typescript-eslint/require-await': 'off',
      // Checked indexing is on in the compiler; where the reader can see that the item is there, `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // React's event handlers are asynchronous functions.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A DTO is a shape: a literal of that shape is as good as an instance.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      // Jest's matchers and parsed JSON are untyped by nature.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Commands speak to a terminal.
  { files: ['bench/**/*.ts', 'prisma/*.ts', 'apps/*/commands/**/*.ts', 'activities/**/commands/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'fetch',
          'AbortSignal',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'WebAssembly',
          'performance',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.spec.mjs'], languageOptions: { globals: { describe: 'readonly', it: 'readonly', expect: 'readonly' } } },
);
