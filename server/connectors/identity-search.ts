import { domainToUnicode } from 'node:url'
import type { Cell } from '#domain/erasure/cell.ts'
import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { ColumnType } from '#domain/erasure/schema-facts.ts'
import { quoted, type SqlDialect } from './sql-dialect.ts'
import type { Statement } from './sql-text.ts'

/** Digits at the end of a phone that bring few strangers and survive every way of writing it. */
const tail = 6

/**
 * A condition that finds every row whose column may hold one of these identifiers, in any usual writing. It may
 * find more: `isThisIdentity` decides. An account id uses the column's index; a phone, an e-mail and a national
 * id in a writing of the system's own mean reading the column, since no index is made for that.
 *
 * Not found: a phone in letters or in full-width digits on PostgreSQL.
 *
 * @returns null where the column's type can hold none of them
 */
export function identityCondition(
  dialect: SqlDialect,
  field: string,
  type: ColumnType,
  identities: readonly IdentityValue[],
): Statement | null {
  const parts: Statement[] = []
  const column = quoted(field)
  const anyOf = (expression: string, values: readonly Cell[], placeholder = '?') => {
    if (values.length === 0) return
    parts.push({ sql: `${expression} IN (${values.map(() => placeholder).join(', ')})`, params: values })
  }
  const exact = identities.flatMap((identity) => [identity.value, ...(identity.variants ?? [])])
  const comparable = [...new Set(exact)].filter((value) => dialect.comparable(value, type))
  anyOf(column, comparable, dialect.placeholder(type))
  for (const { type: kind, value } of identities) {
    if (kind === 'email' && type === 'text') anyOf(dialect.foldedOf(column), emailWritings(value))
    if (kind === 'national_id') anyOf(dialect.compactOf(column), nationalIdWritings(value))
    if (kind === 'phone') {
      parts.push({ sql: `${dialect.digitsOf(column)} LIKE ?`, params: [`%${value.replace(/\D/g, '').slice(-tail)}%`] })
    }
  }
  if (parts.length === 0) return null
  return { sql: parts.map((part) => part.sql).join(' OR '), params: parts.flatMap((part) => part.params) }
}

/** The domain in ASCII and as it is read: a system may hold either. */
function emailWritings(value: string): string[] {
  const at = value.lastIndexOf('@')
  return [...new Set([value, `${value.slice(0, at)}@${domainToUnicode(value.slice(at + 1))}`])]
}

/** With and without the country before it. */
function nationalIdWritings(value: string): string[] {
  const plain = (text: string) => text.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  return [plain(value), plain(value.slice(value.indexOf(':') + 1))]
}
