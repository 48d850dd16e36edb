import { HttpProblem, problemResponse } from '#server/http/problem.ts'

/** An address that is none answers a program as every other refusal does, not with a page. */
function unknown(): Response {
  return problemResponse(new HttpProblem(404, 'not-found'), 'api')
}

export { unknown as GET, unknown as PUT, unknown as POST, unknown as PATCH, unknown as DELETE }
