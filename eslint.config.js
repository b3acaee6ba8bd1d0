import tseslint from 'typescript-eslint';

const nextFiles = [
  'app/**/{page,layout,template,loading,error,global-error,not-found,default,icon,manifest,robots,sitemap}.{ts,tsx}',
  'proxy.ts',
  '*.config.{js,mjs,ts}',
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; only files that Next or a tool loads have a default export.',
};
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only lib/env.ts reads the environment.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      '.next',
      'dist',
      '.neram',
      'lib/db/generated',
      'next-env.d.ts',
      'test-results',
      'playwright-report',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': ['error', noDefaultExport, noEnvironment],
      // `newId<BookingId>()` says at the call what the id will name.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-console': 'error',
    },
  },
  { files: nextFiles, rules: { 'no-restricted-syntax': ['error', noEnvironment] } },
  // The one reader of the environment, and the scripts that make it for their children.
  {
    files: ['lib/env.ts', 'scripts/**', '*.config.{js,mjs,ts}', 'lib/testing/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  // Vitest's own way of naming table tests and of asserting on mocks.
  {
    files: ['**/*.test.{ts,tsx}', 'lib/testing/**', 'e2e/**'],
    rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/require-await': 'off' },
  },
);
