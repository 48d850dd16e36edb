import { Agent, request } from 'node:http'
import { addClient } from '#usecases/client/add-client.ts'
import { addService } from '#usecases/service/add-service.ts'
import { openBenchDesk, phoneOf } from './bench-desk.ts'
import { atLeast, atMost, between, compare, timed, type Figure } from './measure.ts'
import { serve } from './served.ts'

const people = 20_000
const requests = 1_500
const atOnce = 16
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

/** Posts JSON and gives the status; the answer is read to its end. */
function post(port: number, path: string, body: string, key: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: `Bearer ${key}` }
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Requests per second of one route; any answer but 200 ends the run. */
async function rate(
  port: number, path: string, key: string, bodyOf: (n: number) => unknown, count = requests,
): Promise<number> {
  let next = 0
  const worker = async () => {
    for (let n = next++; n < count; n = next++) {
      const status = await post(port, path, JSON.stringify(bodyOf(n)), key)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
    }
  }
  const ms = await timed(() => Promise.all(Array.from({ length: atOnce }, worker)))
  return (count * 1_000) / ms
}

/**
 * The gate against an empty authenticated route, and whether its time tells who is a customer; an audited look-up
 * against the same reads unaudited.
 */
export async function gateFigures(): Promise<Figure[]> {
  const bench = await openBenchDesk(people)
  await bench.desk.command(addService, { key: 'credit_scoring', purposes: ['credit_scoring'], restsOn: 'credit_scoring' }, { kind: 'operator' })
  const { apiKey } = await bench.desk.command(addClient, { name: 'bench', scopes: ['gate'], ratePerMinute: 10_000_000 }, { kind: 'operator' })
  const { port, stop } = await serve(bench)
  try {
    const question = (n: number) => ({ service: 'credit_scoring', identifiers: [{ type: 'phone', value: phoneOf(n) }] })
    const ofStranger = (n: number) => question(90_000_000 + n)
    const look = (n: number) => ({ phone: phoneOf((n * 7_919) % people), session: bench.sessionId })
    const gate = () => rate(port, '/api/v1/eligibility', apiKey, question)
    const empty = () => rate(port, '/api/v1/bench/empty', apiKey, question)
    const strangers = () => rate(port, '/api/v1/eligibility', apiKey, ofStranger)
    // As times, so that the ratio says how much longer an audited look-up takes.
    const audited = async () => 1 / (await rate(port, '/api/v1/bench/audited', apiKey, look))
    const unaudited = async () => 1 / (await rate(port, '/api/v1/bench/unaudited', apiKey, look))
    return [
      await compare('gate rate ÷ empty authenticated route', atLeast(0.6), gate, empty, `${requests} requests, ${atOnce} at once, keep-alive`),
      await compare('gate rate: a customer ÷ somebody unknown, both eligible', between(0.9, 1.1), gate, strangers, `${requests} requests, ${atOnce} at once`),
      await compare('audited ÷ unaudited look-up over HTTP', atMost(1.5), audited, unaudited, `${requests} requests, ${atOnce} at once; unaudited does the same reads in a transaction`),
    ]
  } finally {
    stop()
    agent.destroy()
    await bench.close()
  }
}
