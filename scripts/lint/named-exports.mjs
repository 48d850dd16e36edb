import { placeOf } from './place.mjs'

/** Where the framework or a tool looks for a default export. */
const expected = [
  /^app\/.*\b(page|layout|loading|error|global-error|not-found|forbidden|template|default|icon|manifest|robots)\.tsx?$/,
  /^app\/(page|layout|loading|error|global-error|not-found|forbidden|template|default|icon|manifest|robots)\.tsx?$/,
  /^[^/]+\.config\.[a-z]+$/,
  /^server\/next\/i18n-request\.ts$/,
  /^e2e\/support\/remove-folder\.ts$/,
]

/**
 * Exports have one name everywhere, so that a search finds every use; files do not pass on what others export.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const namedExports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      named: 'Export it by name.',
      barrel: 'Import from the file itself: no barrels.',
    },
  },
  create(context) {
    const place = placeOf(context)
    return {
      ExportDefaultDeclaration(node) {
        if (!expected.some((one) => one.test(place))) context.report({ node, messageId: 'named' })
      },
      ExportAllDeclaration(node) {
        context.report({ node, messageId: 'barrel' })
      },
    }
  },
}
