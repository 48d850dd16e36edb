import { beforeAll, describe, expect, it } from 'vitest'
import { ImportFault } from '#server/import/import-fault.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'
import { importText } from '#tests/support/import-file.ts'

const header = 'external_id,name,phone,email'
const good = 'x-1,Secret Name,,secret@example.org'

describe('a file that can not be imported', () => {
  let test: TestDesk
  beforeAll(async () => {
    test = await openTestDesk()
  })

  const cases: [string, string, string | Uint8Array, RegExp, string?][] = [
    ['lacks a required column', 'missing_column', `name,email\nSecret Name,secret@example.org\n`, /external_id/],
    ['lacks every identifier', 'missing_column', 'external_id,name\nx-1,Secret Name\n', /phone, email, national_id/],
    ['has no header', 'missing_column', `${good}\n`, /external_id/],
    ['is empty', 'empty_file', '', /empty/],
    ['names a column twice', 'column_twice', `${header},email\n${good},\n`, /twice/],
    ['is in Latin 1', 'not_utf8', Buffer.from(`${header}\n${good}\nx-2,José,,j@example.org\n`, 'latin1'), /line 3/],
    ['is in UTF-16', 'not_utf8', Buffer.from(`${header}\n${good}\n`, 'utf16le'), /UTF-8/],
    ['ends in the middle of a character', 'not_utf8', Buffer.concat([Buffer.from(`${header}\n${good}\nx-2,`), Buffer.of(0xe9, 0x99)]), /line 3/],
    ['opens a quote and never closes it', 'quote_not_closed', `${header}\n${good}\nx-2,"Secret,,s@example.org\nx-3,Ann,,a@example.org\n`, /line 3/],
    ['goes on after a closing quote', 'quote_broken', `${header}\n${good}\nx-2,"Secret" Name,,s@example.org\n`, /Line 3/],
    ['has a line of more than a mebibyte', 'line_too_long', `${header}\n${'x'.repeat(1_400_000)}`, /Line 2/],
    ['is of an unknown kind', 'unknown_format', good, /\.csv/, 'people.xlsx'],
  ]

  it.each(cases)('that %s is refused in one line, and nothing is written', async (_what, reason, content, says, name) => {
    const fault: unknown = await importText(test, 'people', content, name).catch((thrown: unknown) => thrown)
    expect(fault).toBeInstanceOf(ImportFault)
    expect(fault).toMatchObject({ reason })
    const { message } = fault as ImportFault
    expect(message).toMatch(says)
    expect(message).not.toMatch(/secret|\n/i)
    const { prisma } = test.desk.database
    const counts = [await prisma.subject.count(), await prisma.importRun.count(), await prisma.auditEntry.count()]
    expect(counts).toEqual([0, 0, 0])
  })

  it('is unlike a file whose rows alone are bad: the good ones load', async () => {
    const content = [
      '\ufeffexternal_id,name,phone,email', 'x-1,Ann,,ann@example.org', 'x-2,too,few', '"x-3","two', 'lines",,c@example.org',
      'x-4,one,,d@example.org,too many', '', 'x-5,Eve "the" Best,,e@example.org', '',
    ].join('\r\n')
    const result = await importText(test, 'people', content)
    expect(result).toMatchObject({ rows: 5, accepted: 2, partial: 1, rejected: 2 })
    expect(result.rejects.map((line) => line.split(',').slice(0, 3))).toEqual([
      ['3', 'rejected', 'wrong-column-count'],
      ['4', 'partial', 'not-text'],
      ['6', 'rejected', 'wrong-column-count'],
    ])
  })

  it('reads the same rows from NDJSON', async () => {
    const lines = [
      { external_id: 'j-1', name: 'Ann', email: 'ann@example.org', phone: null },
      { external_id: 7, email: 'seven@example.org' },
      { external_id: 'j-3', email: ['x'] },
    ].map((line) => JSON.stringify(line))
    const result = await importText(test, 'people', [...lines, '{"external_id": "j-4"', '', '[]', ''].join('\n'), 'people.ndjson')
    expect(result).toMatchObject({ rows: 5, accepted: 2, rejected: 3 })
    expect(result.rejects.map((line) => line.split(',').slice(0, 3))).toEqual([
      ['3', 'rejected', 'not-flat'],
      ['4', 'rejected', 'not-json'],
      ['6', 'rejected', 'not-json'],
    ])
  })
})
