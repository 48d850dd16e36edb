import { placeOf } from './place.mjs'

/**
 * A `<Link>` in view renders its target's page and metadata on the server. On pages about people that would be
 * a look-up that nobody asked for, so links there say `prefetch={false}`.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const linkPrefetch = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      link: 'Write prefetch={false}: a link in view would render a page about a person.',
      router: 'Do not prefetch pages about people.',
    },
  },
  create(context) {
    const place = placeOf(context)
    if (!place.startsWith('app/(desk)/') && !place.startsWith('components/')) return {}
    /** @type {Set<string>} */
    const links = new Set()
    return {
      ImportDeclaration(node) {
        if (node.source.value !== 'next/link') return
        for (const one of node.specifiers) links.add(one.local.name)
      },
      /** @param {any} node */
      JSXOpeningElement(node) {
        if (node.name.type !== 'JSXIdentifier' || !links.has(node.name.name)) return
        const last = node.attributes.findLast(
          (/** @type {any} */ one) => one.type === 'JSXSpreadAttribute' || one.name.name === 'prefetch',
        )
        const off = last?.type === 'JSXAttribute' && last.value?.expression?.value === false
        if (!off) context.report({ node, messageId: 'link' })
      },
      CallExpression(node) {
        const callee = node.callee
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
        if (callee.property.name === 'prefetch') context.report({ node, messageId: 'router' })
      },
    }
  },
}
