import { forEachImport, isTest, placeOf, roomOf } from './place.mjs'

const packages = new Set(['node:crypto', 'libphonenumber-js', 'date-holidays', 'zod', 'yaml', 'canonicalize'])
/** What of node:crypto is a function of its arguments. */
const pureCrypto = new Set(['createHash', 'createHmac', 'createSecretKey', 'hash', 'timingSafeEqual', 'hkdfSync', 'verify', 'createPublicKey'])
const globals = new Set([
  'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'process', 'performance', 'crypto',
  'window', 'document', 'localStorage', 'console',
])

/**
 * The domain is pure and synchronous: no I/O, no clock, no randomness, no framework. Time comes in as a number,
 * random bytes as bytes.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const domainPurity = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      package: 'The domain may not import "{{what}}".',
      async: 'The domain is synchronous.',
      global: 'The domain may not use {{what}}: it is not a function of its arguments.',
    },
  },
  create(context) {
    const place = placeOf(context)
    if (roomOf(place) !== 'domain' || isTest(place)) return {}
    /** @param {any} node */
    const refuseAsync = (node) => {
      if (node.async) context.report({ node, messageId: 'async' })
    }
    const imports = forEachImport(context, ({ node, source, target }) => {
      if (target !== null) return
      const base = source.startsWith('libphonenumber-js/') ? 'libphonenumber-js' : source
      if (!packages.has(base)) context.report({ node, messageId: 'package', data: { what: source } })
    })
    return {
      ...imports,
      ImportDeclaration(node) {
        imports.ImportDeclaration?.(node)
        // A type does nothing.
        if (node.source.value !== 'node:crypto' || /** @type {any} */ (node).importKind === 'type') return
        for (const one of node.specifiers) {
          const name = one.type === 'ImportSpecifier' ? /** @type {any} */ (one.imported).name : '*'
          if (!pureCrypto.has(name)) {
            context.report({ node: one, messageId: 'global', data: { what: `node:crypto's ${name}` } })
          }
        }
      },
      FunctionDeclaration: refuseAsync,
      FunctionExpression: refuseAsync,
      ArrowFunctionExpression: refuseAsync,
      'Program:exit'(node) {
        const scope = context.sourceCode.getScope(node)
        // A name that the linter knows as a global is a variable without a definition; another is unresolved.
        const known = scope.variables.filter((one) => one.defs.length === 0).flatMap((one) => one.references)
        for (const { identifier } of [...scope.through, ...known]) {
          const name = identifier.name
          if (globals.has(name) && !isTypePosition(identifier)) {
            context.report({ node: /** @type {any} */ (identifier), messageId: 'global', data: { what: name } })
          }
        }
      },
    }
  },
}

/** @param {any} identifier */
function isTypePosition(identifier) {
  return identifier.parent?.type === 'TSTypeReference' || identifier.parent?.type === 'TSTypeQuery'
}
