import { isTest, placeOf } from './place.mjs'

const names = new Set(['it', 'test', 'describe', 'suite', 'bench'])
const halves = new Set(['skip', 'only', 'todo', 'skipIf', 'runIf', 'fixme', 'fails', 'fail'])

/**
 * A test runs, every time, and on our real code: none is skipped or singled out, and none mocks a module of
 * ours.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const wholeTests = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      half: '{{name}} leaves a test out: mend the test or remove it.',
      mock: 'Tests run our own modules, they do not mock them.',
    },
  },
  create(context) {
    const place = placeOf(context)
    if (!isTest(place)) return {}
    return {
      MemberExpression(node) {
        const property = /** @type {any} */ (node.property).name ?? /** @type {any} */ (node.property).value
        const root = rootName(node.object)
        if (root && names.has(root) && halves.has(property)) {
          context.report({ node, messageId: 'half', data: { name: `${root}.${property}` } })
        }
      },
      CallExpression(node) {
        const callee = /** @type {any} */ (node.callee)
        if (callee.type === 'Identifier' && /^(xit|xtest|xdescribe|fit|fdescribe)$/.test(callee.name)) {
          context.report({ node, messageId: 'half', data: { name: callee.name } })
        }
        if (callee.type !== 'MemberExpression' || callee.object.name !== 'vi') return
        if (!['mock', 'doMock', 'unmock'].includes(callee.property.name)) return
        const what = /** @type {any} */ (node.arguments[0])?.value
        if (typeof what !== 'string' || /^[#.]/.test(what)) context.report({ node, messageId: 'mock' })
      },
    }
  },
}

/** @param {any} node @returns {string | null} */
function rootName(node) {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return rootName(node.object)
  return null
}
