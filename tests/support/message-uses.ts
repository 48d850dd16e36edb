import path from 'node:path'
import ts from 'typescript'

/** What the code asks of the messages, as the compiler sees it. */
export interface MessageUses {
  /** `namespace.key` of each message that some call can ask for. */
  readonly keys: ReadonlySet<string>
  /** `namespace.group` whose key is known only at run time: everything below it may be asked for. */
  readonly groups: ReadonlySet<string>
  /** Where a message is glued to other text in code: `file:line what`. */
  readonly glued: readonly string[]
  /** Every string in the code, for codes that travel as data. */
  readonly strings: ReadonlySet<string>
}

const root = path.resolve(import.meta.dirname, '../..')
const rooms = ['app', 'components', 'server', 'usecases', 'domain']

/**
 * Reads the sources by their types: `t(`way.${way.way}`)` is the union of its keys, since next-intl's own types demand
 * one. Where a key comes as plain text (`anyMessage`), its fixed beginning counts as a group.
 */
export function messageUses(): MessageUses {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root,
  )
  const program = ts.createProgram(fileNames, { ...options, noEmit: true, incremental: false })
  const checker = program.getTypeChecker()
  const keys = new Set<string>()
  const groups = new Set<string>()
  const strings = new Set<string>()
  const glued: string[] = []

  for (const file of program.getSourceFiles()) {
    const place = path.relative(root, file.fileName)
    const isOurs = rooms.some((room) => place.startsWith(`${room}/`)) && !place.includes('generated')
    if (!isOurs || /\.test\.tsx?$/.test(place)) continue
    const uses = new FileUses(checker, { keys, groups })
    const look = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) strings.add(node.text)
      uses.look(node)
      if (uses.isMessage(node) && isGlued(node)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart())
        glued.push(`${place}:${line + 1} ${node.getText()}`)
      }
      ts.forEachChild(node, look)
    }
    look(file)
  }
  return { keys, groups, glued, strings }
}

/** Of next-intl's translators, beside the plain call. */
const variants = ['rich', 'markup', 'raw', 'has']

/** The uses of one file: which of its names translate, and what they are asked for. */
class FileUses {
  readonly #namespaces = new Map<ts.Symbol, string>()
  readonly #checker: ts.TypeChecker
  readonly #found: { keys: Set<string>; groups: Set<string> }

  constructor(checker: ts.TypeChecker, found: { keys: Set<string>; groups: Set<string> }) {
    this.#checker = checker
    this.#found = found
  }

  /** Notes translators as they are declared and keys as they are asked for. */
  look(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) this.#declare(node.name, node.initializer)
    if (!ts.isCallExpression(node)) return
    const asked = this.#asked(node)
    if (asked !== null) this.#note(asked.below, asked.key)
  }

  /** Whether this is a sentence of the messages, as text. */
  isMessage(node: ts.Node): node is ts.CallExpression {
    return ts.isCallExpression(node) && this.#asked(node) !== null
  }

  #declare(name: ts.BindingName, value: ts.Expression): void {
    const call = ts.isAwaitExpression(value) ? value.expression : value
    if (!ts.isCallExpression(call)) return
    if (!['useTranslations', 'getTranslations'].includes(call.expression.getText())) return
    const space = namespaceNamed(call.arguments[0])
    const symbol = this.#checker.getSymbolAtLocation(name)
    if (symbol === undefined || space === null) return
    this.#namespaces.set(symbol, space.text)
  }

  /** What a call asks for: the namespace and the expression of the key; null where it asks for no message. */
  #asked(node: ts.CallExpression): { below: string; key: ts.Expression } | null {
    const { expression } = node
    const isVariant = ts.isPropertyAccessExpression(expression) && variants.includes(expression.name.text)
    const called = isVariant ? expression.expression : expression
    const [first, second] = node.arguments
    if (called.getText() === 'anyMessage' && first !== undefined && second !== undefined) {
      const below = this.#namespaceOf(first)
      return below === null ? null : { below, key: second }
    }
    if (['say', 'word'].includes(called.getText()) && first !== undefined && second !== undefined) return this.#ofWords(node)
    const below = this.#namespaceOf(called)
    return below === null || first === undefined ? null : { below, key: first }
  }

  /** `word('kind', code)` and `say('effect', phrase)` ask below `words`; what is said to a toast asks for nothing. */
  #ofWords({ arguments: [group, code] }: ts.CallExpression): { below: string; key: ts.Expression } | null {
    if (group === undefined || code === undefined) return null
    const groups = literals(this.#checker.getTypeAtLocation(group))
    if (groups === null || groups.some((one) => ['good', 'warn', 'bad', 'info'].includes(one))) return null
    for (const one of groups.slice(1)) this.#found.groups.add(`words.${one}`)
    return { below: `words.${groups[0]}`, key: code }
  }

  #namespaceOf(node: ts.Node): string | null {
    const symbol = this.#checker.getSymbolAtLocation(node)
    return symbol === undefined ? null : (this.#namespaces.get(symbol) ?? null)
  }

  #note(below: string, key: ts.Expression): void {
    const known = literals(this.#checker.getTypeAtLocation(key))
    if (known !== null) for (const one of known) this.#found.keys.add(`${below}.${one}`)
    else if (ts.isTemplateExpression(key) && key.head.text.includes('.')) {
      this.#found.groups.add(`${below}.${key.head.text.slice(0, key.head.text.lastIndexOf('.'))}`)
    } else this.#found.groups.add(below)
  }
}

/** The namespace that a translator is made for: named alone, or beside the language that it speaks. */
function namespaceNamed(argument: ts.Expression | undefined): ts.StringLiteral | null {
  if (argument === undefined) return null
  if (ts.isStringLiteral(argument)) return argument
  if (!ts.isObjectLiteralExpression(argument)) return null
  const named = argument.properties.find((one) => one.name?.getText() === 'namespace')
  const value = named !== undefined && ts.isPropertyAssignment(named) ? named.initializer : null
  return value !== null && ts.isStringLiteral(value) ? value : null
}

/** The strings that a type can be, or null where it is any text (or no text at all). */
function literals(type: ts.Type): string[] | null {
  if (type.isStringLiteral()) return [type.value]
  if (!type.isUnion()) return null
  const parts = type.types.filter((one) => (one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0)
  return parts.every((one) => one.isStringLiteral()) ? parts.map((one) => (one as ts.StringLiteralType).value) : null
}

/** A sentence with something before or behind it that only one language puts there. */
function isGlued(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isTemplateSpan(parent)) return true
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.PlusToken
  return false
}
