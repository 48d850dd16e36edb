import { forEachImport, hasDirective, placeOf } from './place.mjs'

/**
 * What begins with `"use client"` is sent to the browser with everything it imports. It takes nothing from the
 * server, and of the use cases only types and input schemas (`…/<name>-input.ts`). The package `server-only`
 * would say the same, but throws when Node runs the worker.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const clientBundle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wall: '"{{source}}" would be sent to the browser.' },
  },
  create(context) {
    const place = placeOf(context)
    if (!/^(app|components)\//.test(place)) return {}
    let isClient = false
    const imports = forEachImport(context, ({ node, source, target, typeOnly }) => {
      if (!isClient || typeOnly) return
      const secret =
        target === null
          ? /^(node:|pg$|better-sqlite3|@node-rs\/|nodemailer|next\/(headers|server|cache)$|next-auth(?!\/react))/.test(source)
          : target.startsWith('server/') ||
            target.startsWith('messages/') ||
            (target.startsWith('usecases/') && !/(-|\/|\.)inputs?\.ts$/.test(target) && !target.startsWith('usecases/views/'))
      if (secret) context.report({ node, messageId: 'wall', data: { source } })
    })
    return {
      Program(node) {
        isClient = hasDirective(node, 'use client')
      },
      ...imports,
    }
  },
}
