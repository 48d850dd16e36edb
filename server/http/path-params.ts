import { HttpProblem } from './problem.ts'

/**
 * The named parts of a path, decoded once, from the address as it was sent: an external id counts byte for byte.
 *
 * @throws HttpProblem bad-path
 */
export function pathParams(template: string, pathname: string): Readonly<Record<string, string>> {
  const names = template.split('/')
  const parts = pathname.split('/')
  const params: Record<string, string> = {}
  if (names.length !== parts.length) throw new HttpProblem(400, 'bad-path')
  for (const [index, name] of names.entries()) {
    const named = /^\{(.+)\}$/.exec(name)?.[1]
    if (named === undefined) continue
    try {
      params[named] = decodeURIComponent(parts[index] ?? '')
    } catch {
      throw new HttpProblem(400, 'bad-path')
    }
  }
  return params
}
