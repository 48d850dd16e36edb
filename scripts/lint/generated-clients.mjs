import { forEachImport, isTest, placeOf } from './place.mjs'

/**
 * The generated Prisma clients, and Prisma itself, are known in `server/db` alone: everything else goes through
 * its stores, where values are encrypted and errors lose what they carry.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const generatedClients = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wall: '"{{source}}" may be imported in server/db only.' },
  },
  create(context) {
    const place = placeOf(context)
    if (place.startsWith('server/db/') || isTest(place) || place.startsWith('scripts/')) return {}
    return forEachImport(context, ({ node, source, target }) => {
      const generated = target?.startsWith('server/db/generated/') || target?.startsWith('prisma/generated/')
      if (generated || /^(@prisma\/|prisma$|prisma\/|\.prisma)/.test(source)) {
        context.report({ node, messageId: 'wall', data: { source } })
      }
    })
  },
}
