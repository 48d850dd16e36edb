import { ListLogInput } from '#usecases/log/list-log.ts'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/**
 * The filter of an address. A part that can not be read is left out, and the filter on the page then shows it empty:
 * what is listed is always what the page says.
 */
export async function logQuery(searchParams: SearchParams): Promise<Record<string, unknown>> {
  const { case: caseCode, ...params } = await searchParams
  const given = Object.entries({ ...params, caseCode }).filter(([, value]) => typeof value === 'string' && value !== '')
  const readable = given.filter(([name, value]) => ListLogInput.safeParse({ [name]: value }).success)
  return Object.fromEntries(readable)
}
