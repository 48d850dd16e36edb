import { hasDirective, targetOf, placeOf } from './place.mjs'

/** The functions of `server/next` that put a command or query behind a server action. */
const wrappers = new Set(['action', 'formAction', 'queryAction', 'incomingAction', 'forgetIncomingAction', 'nobodysAction'])

/**
 * Every export of a `"use server"` file is an address that anybody can post to. So such a file exports nothing
 * but wrapped commands and queries, `export const approve = action(approveRequest)`, and no function elsewhere
 * turns itself into an action: the runner's checks can not be forgotten.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const serverActions = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      export: 'A "use server" file exports only `const name = action(command)`: anything else is an unguarded door.',
      wrapper: '{{name}} must come from #server/next/…: only our own wrapper runs the checks.',
      inline: 'Put server actions in a file of their own that begins with "use server".',
    },
  },
  create(context) {
    const place = placeOf(context)
    /** @param {any} node */
    const refuse = (node) => context.report({ node, messageId: 'export' })
    /** @type {Map<string, string | null>} */
    const imported = new Map()
    let isActionFile = false
    /** @param {any} declarator */
    const checkDeclarator = (declarator) => {
      const call = declarator.init
      const name = call?.type === 'CallExpression' && call.callee.type === 'Identifier' ? call.callee.name : ''
      const command = call?.arguments?.[0]?.type
      if (!wrappers.has(name) || (command !== 'Identifier' && command !== 'MemberExpression')) return refuse(declarator)
      if (!imported.get(name)?.startsWith('server/next/')) {
        context.report({ node: declarator, messageId: 'wrapper', data: { name } })
      }
    }
    /** @param {any} node */
    const refuseInline = (node) => {
      const first = node.body?.body?.[0]
      if (first?.directive === 'use server') context.report({ node: first, messageId: 'inline' })
    }
    return {
      Program(node) {
        isActionFile = hasDirective(node, 'use server')
        for (const statement of node.body) {
          if (statement.type !== 'ImportDeclaration') continue
          for (const one of statement.specifiers) {
            imported.set(one.local.name, targetOf(place, String(statement.source.value)))
          }
        }
      },
      ExportNamedDeclaration(node) {
        if (!isActionFile || /** @type {any} */ (node).exportKind === 'type') return
        const declaration = /** @type {any} */ (node.declaration)
        if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return refuse(node)
        for (const one of declaration.declarations) checkDeclarator(one)
      },
      ExportDefaultDeclaration(node) {
        if (isActionFile) refuse(node)
      },
      ExportAllDeclaration(node) {
        if (isActionFile) refuse(node)
      },
      FunctionDeclaration: refuseInline,
      FunctionExpression: refuseInline,
      ArrowFunctionExpression: refuseInline,
    }
  },
}
