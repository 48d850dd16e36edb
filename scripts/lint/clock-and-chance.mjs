import { forEachImport, isTest, placeOf, roomOf } from './place.mjs'

const io = /^(node:)?(fs|fs\/promises|net|tls|http|https|http2|dgram|dns|dns\/promises|child_process|worker_threads|os|timers|timers\/promises)$/
const drivers = /^(pg|better-sqlite3|nodemailer|next|next-auth|next-intl|rate-limiter-flexible|@prisma\/.+|@node-rs\/.+)(\/.*)?$/

/**
 * Domain and use cases take time and randomness from their arguments and ports, so that the demo can move the
 * clock and a test can repeat a run. Use cases do no I/O of their own either.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const clockAndChance = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      chance: '{{what}} is not allowed here: take time and randomness from the runner or a port.',
      io: 'Use cases do no I/O: "{{what}}" belongs behind a port.',
    },
  },
  create(context) {
    const place = placeOf(context)
    const room = roomOf(place)
    if ((room !== 'domain' && room !== 'usecases') || isTest(place)) return {}
    /** @param {any} node @param {string} what */
    const refuse = (node, what) => context.report({ node, messageId: 'chance', data: { what } })
    const imports = forEachImport(context, ({ node, source, target, typeOnly }) => {
      if (target !== null || typeOnly) return
      if (io.test(source) || drivers.test(source)) context.report({ node, messageId: 'io', data: { what: source } })
    })
    return {
      ...imports,
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
          refuse(node, 'new Date()')
        }
      },
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
        const name = `${node.object.name}.${node.property.name}`
        if (['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(name)) {
          refuse(node, name)
        }
      },
      ImportSpecifier(node) {
        const name = /** @type {any} */ (node.imported).name
        if (/^(random(Bytes|UUID|Int|Fill|FillSync)|webcrypto)$/.test(name)) refuse(node, name)
      },
    }
  },
}
