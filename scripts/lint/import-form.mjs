import { forEachImport, placeOf, roomOf } from './place.mjs'

const extension = /\.(ts|tsx|mjs|js|json|css|svg|png|woff2)$/

/**
 * Files of ours are imported with their extension, since Node runs the same TypeScript without a bundler, and
 * by `#room/…` from another room, so that a wall crossed is seen on the line that crosses it.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const importForm = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      extension: 'Import "{{source}}" with its extension: Node runs this file as it is.',
      crossing: 'Import "{{source}}" as "#{{target}}": a relative path hides that it leaves the room.',
    },
  },
  create(context) {
    const room = roomOf(placeOf(context))
    return forEachImport(context, ({ node, source, target }) => {
      if (target === null) return
      if (!extension.test(source)) context.report({ node, messageId: 'extension', data: { source } })
      if (room && source.startsWith('.') && roomOf(target) !== room) {
        context.report({ node, messageId: 'crossing', data: { source, target } })
      }
    })
  },
}
