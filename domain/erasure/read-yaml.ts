import { parseDocument } from 'yaml'
import { FileFault } from './file-fault.ts'

/**
 * A YAML 1.2 text as plain data. Aliases are bounded, so that a small file can not unfold into a large one.
 *
 * @throws FileFault with line and column
 */
export function readYaml(file: 'dataset' | 'policy', text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false })
  const first = document.errors[0]
  if (first) {
    const before = text.slice(0, first.pos[0]).split('\n')
    throw new FileFault(file, [`line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${first.message}`])
  }
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    throw new FileFault(file, ['the file: an alias that leads nowhere, or too many of them'])
  }
}
