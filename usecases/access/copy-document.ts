import { createHash } from 'node:crypto'
import { copyWords } from '#domain/access/copy-words.ts'
import type { SystemCopy } from '#domain/erasure/copy-rows.ts'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { Request } from '#domain/request/request.ts'
import type { SystemRecord } from '../ports/system-store.ts'
import type { OwnCopy } from './own-copy.ts'

/** Everything that a copy is put together from. */
export interface CopyParts {
  readonly request: Request
  readonly locale: string
  readonly at: number
  readonly own: readonly OwnCopy[]
  readonly systems: readonly SystemCopy[]
  /** Systems that no machine here can read. */
  readonly unread: readonly Pick<SystemRecord, 'name' | 'role' | 'contact'>[]
}

/** The file that a person gets, with what its entry says of it. */
export interface CopyFile {
  readonly text: string
  readonly sha256: string
  readonly bytes: number
  readonly systems: number
  readonly rows: number
  readonly shared: number
  readonly apart: number
}

/** Writes a copy as one readable JSON text. What is not in it stands there by name, with how to have it. */
export function copyDocument({ request, locale, at, own, systems, unread }: CopyParts): CopyFile {
  const words = copyWords(locale)
  const apart = [
    ...(request.scope.scope === 'account' ? [{ system: 'rightsdesk', part: 'notes', how: words.notes }] : []),
    ...systems.flatMap(({ system, gaps }) =>
      gaps.map(({ collection, why }) => ({ system, part: collection, how: words.gaps[why] })),
    ),
    ...unread.map(({ name, role, contact }) => ({
      system: name, part: '*', how: role === 'recipient' ? words.askThem : words.asked,
      ...(role === 'recipient' && contact !== null ? { contact } : {}),
    })),
  ]
  const text = `${JSON.stringify({
    format: 'rightsdesk-copy',
    v: 1,
    case_code: formatCaseCode(request.caseCode),
    made_at: new Date(at).toISOString(),
    of: request.scope,
    read_first: [words.about, words.fields, words.shared, words.apart],
    desk: own,
    systems: systems.map(({ system, role, collections }) => ({
      system,
      role,
      collections: collections.map(({ name, fields, rows, shared }) => ({
        name, fields, rows, also_about_somebody_else: shared,
      })),
    })),
    not_in_this_file: apart,
  }, null, 2)}\n`
  const count = (of: 'rows' | 'shared') =>
    systems.reduce((all, { collections }) => all + collections.reduce((n, one) => n + one[of].length, 0), 0)
  const bytes = Buffer.byteLength(text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { text, sha256, bytes, systems: systems.length, rows: count('rows'), shared: count('shared'), apart: apart.length }
}
