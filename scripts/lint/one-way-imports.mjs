import { forEachImport, isTest, placeOf, roomOf } from './place.mjs'

/** Which rooms a room may look into. */
const open = {
  domain: ['domain'],
  usecases: ['domain', 'usecases'],
  server: ['domain', 'usecases', 'server'],
  components: ['domain', 'components'],
  app: ['domain', 'usecases', 'server', 'components', 'app'],
}

/** Rooms of which only the types may be seen. */
const typesOnly = { components: ['usecases'] }

/**
 * Imports go one way: domain ← usecases ← server ← app. Components see the domain, which is pure, and the types
 * of the use cases. Nothing in a room sees scripts, tests or other set-up code.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const oneWayImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wall: '{{from}} may not import {{to}}: imports go domain ← usecases ← server ← app.' },
  },
  create(context) {
    const place = placeOf(context)
    const room = roomOf(place)
    if (!room || isTest(place)) return {}
    const may = open[/** @type {keyof typeof open} */ (room)]
    const mayType = typesOnly[/** @type {keyof typeof typesOnly} */ (room)] ?? []
    return forEachImport(context, ({ node, target, typeOnly }) => {
      if (target === null) return
      const to = roomOf(target) ?? (target.split('/')[0] || target)
      if (to === 'messages' || may.includes(to)) return
      if (typeOnly && mayType.includes(to)) return
      context.report({ node, messageId: 'wall', data: { from: room, to } })
    })
  },
}
