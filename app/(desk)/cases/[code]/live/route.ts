import { casePulse } from '#server/next/case-pulse.ts'

export const dynamic = 'force-dynamic'

/** Whether anything changed on this case, and who else has it open. */
export async function POST(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return casePulse(request, (await params).code)
}
