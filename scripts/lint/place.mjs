import { dirname, posix, relative, resolve, sep } from 'node:path'

/** The folders that are rooms of the house; everything else is set-up. */
const rooms = new Set(['domain', 'usecases', 'server', 'app', 'components'])

/**
 * @typedef {import('eslint').Rule.RuleContext} RuleContext
 * @typedef {{ node: import('eslint').Rule.Node, source: string, target: string | null, typeOnly: boolean }} FoundImport
 *   `target` is the path from the root for a file of ours, null for a package
 */

/**
 * The linted file as a path from the root, with forward slashes.
 *
 * @param {RuleContext} context
 * @returns {string}
 */
export function placeOf(context) {
  return relative(context.cwd, resolve(context.cwd, context.filename)).split(sep).join('/')
}

/**
 * @param {string} place
 * @returns {string | null} the room a file lies in, or null for set-up code
 */
export function roomOf(place) {
  const first = place.split('/')[0] ?? ''
  return rooms.has(first) ? first : null
}

/** @param {string} place */
export function isTest(place) {
  return /\.test\.(ts|tsx|mjs)$/.test(place) || place.startsWith('tests/') || place.startsWith('e2e/')
}

/**
 * @param {string} place  the importing file
 * @param {string} source  what it imports
 * @returns {string | null} the imported file from the root, or null for a package
 */
export function targetOf(place, source) {
  if (source.startsWith('#')) return source.slice(1)
  if (source.startsWith('.')) return posix.normalize(posix.join(dirname(place), source))
  return null
}

/**
 * Visitors that find every way a file can reach another: import, re-export, `import()`, `require()` and
 * `import('…')` in a type.
 *
 * @param {RuleContext} context
 * @param {(found: FoundImport) => void} handle
 * @returns {Record<string, (node: any) => void>}
 */
export function forEachImport(context, handle) {
  const place = placeOf(context)
  /** @param {any} node @param {any} literal @param {boolean} typeOnly */
  const found = (node, literal, typeOnly) => {
    if (typeof literal?.value !== 'string') return
    handle({ node, source: literal.value, target: targetOf(place, literal.value), typeOnly })
  }
  return {
    ImportDeclaration(node) {
      const each = node.specifiers.length > 0 && node.specifiers.every((/** @type {any} */ one) => one.importKind === 'type')
      found(node, node.source, node.importKind === 'type' || each)
    },
    ExportNamedDeclaration(node) {
      found(node, node.source, node.exportKind === 'type')
    },
    ExportAllDeclaration(node) {
      found(node, node.source, node.exportKind === 'type')
    },
    ImportExpression(node) {
      found(node, node.source, false)
    },
    TSImportType(node) {
      found(node, node.source ?? node.argument?.literal, true)
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') found(node, node.arguments[0], false)
    },
  }
}

/**
 * True when a file begins with the directive.
 *
 * @param {any} program
 * @param {'use client' | 'use server'} directive
 */
export function hasDirective(program, directive) {
  return program.body.some((/** @type {any} */ statement) => statement.directive === directive)
}
