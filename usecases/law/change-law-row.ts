import { lawVersion, withLawRows } from '#domain/law/law-table.ts'
import { actorLabel } from '../actor-label.ts'
import { command } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { lawRowForm } from '../views/law-inputs.ts'
import { rowAsked } from './row-asked.ts'

/**
 * Gives one row of the law table other figures from a day on, with why and where it is written. Requests that are open
 * keep the version of the table that they were opened under (domain book §6).
 */
export const changeLawRow = command({
  name: 'law.change_row',
  permission: 'law.set',
  input: lawRowForm,
  async run({ input, actor, now, store }) {
    const { row, current, table } = await rowAsked({ store, now }, input)
    const same = { ...current, validFrom: row.validFrom }
    if (lawVersion([same]) === lawVersion([row])) throw invalidInput('input', { 'answer.amount': 'law_unchanged' })
    await store.settings.addLawRow(row, now, actorLabel(actor), input.reason)
    const data = {
      row: row.id,
      jurisdiction: row.jurisdiction.toLowerCase(),
      valid_from: new Date(row.validFrom).toISOString(),
      law_version: lawVersion(withLawRows(table, [row])),
    }
    return { value: { rowId: row.id, validFrom: row.validFrom }, events: [{ what: 'law.row_changed', data }] }
  },
})
