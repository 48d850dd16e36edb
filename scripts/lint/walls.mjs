import { auditedByPost } from './audited-by-post.mjs'
import { clientBundle } from './client-bundle.mjs'
import { clockAndChance } from './clock-and-chance.mjs'
import { domainPurity } from './domain-purity.mjs'
import { environment } from './environment.mjs'
import { fileNames } from './file-names.mjs'
import { generatedClients } from './generated-clients.mjs'
import { importForm } from './import-form.mjs'
import { linkPrefetch } from './link-prefetch.mjs'
import { namedExports } from './named-exports.mjs'
import { nextApis } from './next-apis.mjs'
import { oneWayImports } from './one-way-imports.mjs'
import { oneWayOut } from './one-way-out.mjs'
import { serverActions } from './server-actions.mjs'
import { wholeTests } from './whole-tests.mjs'

/**
 * The walls of the house as an ESLint plugin. Each has fixtures in `tests/lint/fixtures` that must fail, and
 * twins that must pass.
 */
export const walls = {
  meta: { name: 'walls', version: '1.0.0' },
  rules: {
    'audited-by-post': auditedByPost,
    'client-bundle': clientBundle,
    'clock-and-chance': clockAndChance,
    'domain-purity': domainPurity,
    environment,
    'file-names': fileNames,
    'generated-clients': generatedClients,
    'import-form': importForm,
    'link-prefetch': linkPrefetch,
    'named-exports': namedExports,
    'next-apis': nextApis,
    'one-way-imports': oneWayImports,
    'one-way-out': oneWayOut,
    'server-actions': serverActions,
    'whole-tests': wholeTests,
  },
}
