import { forEachImport, isTest, placeOf } from './place.mjs'

const serverModules = /^(next|next\/(headers|server|cache|og|constants|after)|next-auth(\/(?!react$).*)?|next-intl\/(server|plugin))$/
/** What of next/navigation a component in the browser may use. */
const browserNavigation = /^use[A-Z]/

/**
 * The framework's server APIs are used in `app`, `server/next`, `proxy.ts` and `instrumentation.ts` alone, so
 * that commands, jobs and the command line know nothing of a web request.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const nextApis = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wall: '"{{source}}" is used in app, server/next, proxy.ts and instrumentation.ts only.' },
  },
  create(context) {
    const place = placeOf(context)
    const allowed = /^(app\/|server\/next\/|proxy\.ts$|instrumentation(-client)?\.ts$|next\.config\.)/.test(place)
    if (allowed || isTest(place)) return {}
    return forEachImport(context, ({ node, source, typeOnly }) => {
      if (serverModules.test(source) && !(typeOnly && source === 'next')) {
        return context.report({ node, messageId: 'wall', data: { source } })
      }
      if (source !== 'next/navigation' || typeOnly) return
      const names = /** @type {any} */ (node).specifiers ?? []
      const browserOnly =
        place.startsWith('components/') &&
        names.length > 0 &&
        names.every((/** @type {any} */ one) => browserNavigation.test(one.imported?.name ?? ''))
      if (!browserOnly) context.report({ node, messageId: 'wall', data: { source } })
    })
  },
}
