import { forEachImport, isTest, placeOf } from './place.mjs'

/** What opens a connection to somewhere else. */
const wires = /^(node:)?(http|https|http2|net|tls|dgram)$|^undici$|^axios$|^got$/

/**
 * Whatever the server sends to an address that somebody set goes through `server/outbound`, which pins the address
 * and refuses what lies on this machine's own link or is one of the desk's databases.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const oneWayOut = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wall: 'Connections to elsewhere are opened in server/outbound only.' },
  },
  create(context) {
    const place = placeOf(context)
    const walled = /^(domain|usecases|server)\//.test(place) && !place.startsWith('server/outbound/')
    if (!walled || isTest(place)) return {}
    /** @param {any} node */
    const report = (node) => context.report({ node, messageId: 'wall' })
    return {
      ...forEachImport(context, ({ node, source, typeOnly }) => {
        if (wires.test(source) && !typeOnly) report(node)
      }),
      'CallExpression[callee.name="fetch"]': report,
      'MemberExpression[object.name="globalThis"][property.name="fetch"]': report,
    }
  },
}
