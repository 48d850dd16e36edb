import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { hasDirective, placeOf, targetOf } from './place.mjs'

/**
 * An audited query runs only because a person or client asked: from an action, or from a POST. Prefetch, HEAD
 * and metadata render pages and layouts unasked, so nothing that renders may even name such a query. The
 * machine API is exempt: each of its GETs is asked for and audited by itself.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const auditedByPost = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { get: '{{name}} is an audited query: it runs from an action or a POST, never while a page renders.' },
  },
  create(context) {
    const place = placeOf(context)
    if (!place.startsWith('app/') || place.startsWith('app/api/')) return {}
    const root = String(/** @type {any} */ (context.settings.walls)?.root ?? context.cwd)
    const isRoute = /\/route\.ts$/.test(place)
    /** @type {Map<string, any>} */
    const audited = new Map()
    let isActionFile = false
    return {
      Program(node) {
        isActionFile = hasDirective(node, 'use server')
      },
      ImportDeclaration(node) {
        const target = targetOf(place, String(node.source.value))
        if (isActionFile || !target?.startsWith('usecases/')) return
        const names = auditedQueriesOf(resolve(root, target))
        for (const one of node.specifiers) {
          if (one.type === 'ImportSpecifier' && names.has(/** @type {any} */ (one.imported).name)) {
            audited.set(one.local.name, one)
          }
        }
      },
      'Program:exit'() {
        for (const [name, specifier] of audited) {
          for (const variable of context.sourceCode.getDeclaredVariables(specifier)) {
            for (const { identifier } of variable.references) {
              if (isRoute && isInsidePost(identifier)) continue
              context.report({ node: /** @type {any} */ (identifier), messageId: 'get', data: { name } })
            }
          }
        }
      },
    }
  },
}

/**
 * The names that a file exports as `auditedQuery(…)`.
 *
 * @param {string} path
 * @returns {Set<string>}
 */
function auditedQueriesOf(path) {
  if (!existsSync(path)) return new Set()
  const text = readFileSync(path, 'utf8')
  return new Set([...text.matchAll(/export const (\w+)[^=]*=\s*auditedQuery\b/g)].map((match) => match[1] ?? ''))
}

/** @param {any} node */
function isInsidePost(node) {
  for (let at = node; at; at = at.parent) {
    if (at.type === 'FunctionDeclaration' && at.parent?.type === 'ExportNamedDeclaration') {
      return at.id?.name === 'POST'
    }
    if (at.type === 'VariableDeclarator' && at.parent?.parent?.type === 'ExportNamedDeclaration') {
      return at.id?.name === 'POST'
    }
  }
  return false
}
