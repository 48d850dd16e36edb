import { isTest, placeOf } from './place.mjs'

/**
 * The environment is read in `server/config.ts` alone, where every variable is listed, typed and checked at
 * boot. Set-up scripts, configuration files and tests run outside of it.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const environment = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wall: 'process.env is read in server/config.ts only.' },
  },
  create(context) {
    const place = placeOf(context)
    const allowed = place === 'server/config.ts' || place.endsWith('.mjs') || /^[^/]+\.config\.[a-z]+$/.test(place)
    if (allowed || isTest(place)) return {}
    /** @param {any} node */
    const report = (node) => context.report({ node, messageId: 'wall' })
    /** @param {any} node */
    const isProcess = (node) =>
      (node?.type === 'Identifier' && node.name === 'process') ||
      (node?.type === 'MemberExpression' && (node.property.name ?? node.property.value) === 'process')
    return {
      MemberExpression(node) {
        const name = /** @type {any} */ (node.property).name ?? /** @type {any} */ (node.property).value
        if (name === 'env' && isProcess(node.object)) report(node)
      },
      VariableDeclarator(node) {
        if (node.id.type !== 'ObjectPattern' || !isProcess(node.init)) return
        for (const one of node.id.properties) if (/** @type {any} */ (one).key?.name === 'env') report(one)
      },
      ImportSpecifier(node) {
        const source = /** @type {any} */ (node).parent.source.value
        const name = /** @type {any} */ (node.imported).name
        if ((source === 'node:process' || source === 'process') && name === 'env') report(node)
      },
    }
  },
}
