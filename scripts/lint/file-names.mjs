import { placeOf } from './place.mjs'

/** Names that the framework and the platform give. */
const given = /^(\[{1,2}(\.\.\.)?[a-z_-]+\]{1,2}|\([a-z-]+\)|@[a-z-]+|_components|\.[a-z]+)$/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
/** Names that say nothing of what is inside. */
const vague = /^(utils?|helpers?|misc|common|index)(\.[a-z.]+)?$/

/**
 * Files and folders are named in kebab-case after the one thing they are about: no barrels (`index`), no
 * `utils`, no `helpers`.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const fileNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      kebab: '"{{name}}" is not kebab-case.',
      vague: '"{{name}}" says nothing of what is inside: name the one thing it is about.',
    },
  },
  create(context) {
    return {
      Program(node) {
        for (const name of placeOf(context).split('/')) {
          if (vague.test(name)) context.report({ node, messageId: 'vague', data: { name } })
          else if (!kebab.test(name) && !given.test(name)) context.report({ node, messageId: 'kebab', data: { name } })
        }
      },
    }
  },
}
