import { expect, test, type APIResponse, type Page } from '@playwright/test'
import { verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { canariesOf, someoneErased, someoneWho } from './support/people.ts'
import { findCanaries } from '#tests/support/canaries.ts'

/** One answer of the server to a look-up, as far as it does not hang on chance or the clock. */
interface Answer {
  readonly what: string
  readonly headers: string
  readonly body: string
}

/** Ids, moments and nonces are drawn anew for every answer; what is left is what it says. */
const undrawn = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/nonce(\\*"?[=:]\\*"?)[^"\\]+/g, 'nonce$1n')
    .replaceAll(/\b1[0-9]{12}\b/g, 'ms')
    // The router's own name for one answer.
    .replaceAll(/"[\w-]{21}[vm]"/g, '"answer"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment')
    .replaceAll(/\b\d\d:\d\d(:\d\d)?\b/g, 'clock')

/** The rows of a payload, whose numbers and order are those in which its parts happened to be ready. */
const rowsOf = (payload: string): string =>
  payload
    .split('\n')
    .map((row) => row.replace(/^[0-9a-f]+:/, '').replaceAll(/\$[A-Za-z@]?[0-9a-f]+\b/g, '$'))
    .toSorted()
    .join('\n')
    // For a difference that can be read.
    .replaceAll(',"', ',\n"')

/** What an answer says: a payload by its rows; a page by its HTML and the payload that it carries. */
function settled(text: string): string {
  const carried = [...text.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
  if (carried.length === 0) return rowsOf(undrawn(text))
  const payload = carried.map(([, part]) => JSON.parse(part ?? '""') as string).join('')
  const html = undrawn(text.replaceAll(/<script\b.*?<\/script>/gs, ''))
    .split(/(?<=>)(?=<)/)
    // What was ready when the first bytes went out stands in place, the rest behind: that is the machine's hurry.
    .filter((tag) => !/^(<!--|<\/?template|<div hidden|<\/div>)/.test(tag))
    .toSorted()
    .join('\n')
  return `${html}\n${rowsOf(undrawn(payload))}`
}

/** Names of the headers, and the values of those that could say something. */
function headersOf(response: APIResponse): string {
  const headers = response.headers()
  const drawn = /^(date|etag|set-cookie|content-security-policy|x-request-id|content-length|keep-alive|connection)$/
  const lines = Object.keys(headers).map((name) => (drawn.test(name) ? name : undrawn(`${name}: ${headers[name]}`)))
  return lines.toSorted().join('\n')
}

/** Every answer to a look-up: what the form is sent back, and the page from nothing, as HTML and as its payload. */
async function answersTo(page: Page, typed: string): Promise<Answer[]> {
  await page.goto('/desk', { waitUntil: 'networkidle' })
  const taken: Answer[] = []
  // What a form is sent back is a stream that the page uses up: it is read on its way.
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    taken.push(await answerOf(`POST ${new URL(response.url()).pathname}`, response))
    await route.fulfill({ response })
  })
  const field = page.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill(typed)
  await field.press('Enter')
  await expect(page.getByText('What you may say now')).toBeVisible()
  await page.unrouteAll({ behavior: 'wait' })
  const html = await answerOf('GET /desk', await page.request.get('/desk'))
  const payload = await answerOf('GET /desk as payload', await page.request.get('/desk', { headers: { RSC: '1' } }))
  return [...taken, html, payload]
}

async function answerOf(what: string, response: APIResponse): Promise<Answer> {
  return { what: `${what} ${response.status()}`, headers: headersOf(response), body: settled(await response.text()) }
}

test('before a caller is verified, no answer tells somebody erased from somebody unknown, or more than a masked identity', async ({ browser }) => {
  const [known, erased] = [someoneWho('own_apart', 21), someoneErased('mixed')]
  const agent = await pageAs(browser, 'agent', 1)
  const ofUnknown = await answersTo(agent, '+86 139 0000 0099')
  await wrapUp(agent, 'Nobody was found')
  const ofErased = await answersTo(agent, erased.phone)
  await wrapUp(agent, 'Nobody was found')
  const ofKnown = await answersTo(agent, known.phone)
  await wrapUp(agent, 'The caller could not be verified')

  expect(ofUnknown.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['POST /desk 200', 'GET /desk 200', 'GET /desk as payload 200']),
  )
  for (const [n, { what, headers, body }] of ofErased.entries()) {
    expect({ what, headers, rows: body.split('\n') }).toEqual({
      what: ofUnknown[n]?.what, headers: ofUnknown[n]?.headers, rows: ofUnknown[n]?.body.split('\n'),
    })
  }
  expect(ofErased).toHaveLength(ofUnknown.length)

  // The known person is asked for and answered in the same way; what differs is a masked identity and how to verify it.
  const frame = (answers: readonly Answer[]) => answers.map(({ what, headers }) => `${what}\n${headers}`)
  expect(frame(ofKnown)).toEqual(frame(ofUnknown))
  const said = ofKnown.map(({ what, body }) => ({ place: what, bytes: Buffer.from(body) }))
  expect(findCanaries(canariesOf(known), said), 'no value in the clear').toEqual([])
  const all = ofKnown.map(({ body }) => body).join('\n')
  expect(all).toContain('"ways":')
  // What a view holds is a list of objects, or nothing; words of the screens, which come along, are lists of text.
  const history = (text: string) =>
    ['standings', 'openRequests', 'lanes', 'choices', 'holds', 'verdict'].filter((part) =>
      new RegExp(`"${part}":(\\[\\{|\\[\\]|\\{"key":)`).test(text.replaceAll(',\n"', ',"')),
    )
  expect(history(all), 'what is of the history is locked').toEqual([])

  // Once the caller is verified each of them is there: what was looked for above would have been found.
  await answersTo(agent, known.phone)
  await verifyByCode(agent)
  const verified = await answerOf('GET /desk as payload', await agent.request.get('/desk', { headers: { RSC: '1' } }))
  expect(history(verified.body)).toEqual(['standings', 'openRequests', 'lanes', 'choices', 'holds', 'verdict'])
  await wrapUp(agent, 'A question was answered')
  await agent.context().close()
})
