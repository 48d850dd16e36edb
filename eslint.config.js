import nextVitals from 'eslint-config-next/core-web-vitals'
import tseslint from 'typescript-eslint'
import { walls } from './scripts/lint/walls.mjs'

const code = ['**/*.{ts,tsx,mjs,js}']
/** @param {readonly string[]} names */
const errors = (names) => Object.fromEntries(names.map((name) => [`walls/${name}`, 'error']))

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**', '.next/**', '.node/**', '.cache/**', 'data/**', 'keys/**', 'server/db/generated/**',
      'prisma/generated/**', 'test-results/**', 'playwright-report/**', 'tests/lint/fixtures/**', 'next-env.d.ts',
    ],
  },
  // Nobody switches a rule off in the code: a rule that is wrong is mended here.
  { linterOptions: { noInlineConfig: true, reportUnusedInlineConfigs: 'error' } },
  ...nextVitals,
  ...tseslint.configs.strict,
  {
    files: code,
    plugins: { walls },
    rules: {
      ...errors(Object.keys(walls.rules)),
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-len': ['error', { code: 120, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      semi: ['error', 'never'],
      quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'no-console': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      'import/no-anonymous-default-export': 'off',
    },
  },
  {
    files: ['{domain,usecases,server,app,components}/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
)
