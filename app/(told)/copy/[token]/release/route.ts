import { letErasureGoOn } from '#server/next/copy.ts'

/** The person says that an erasure need not wait for the copy. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return letErasureGoOn((await params).token, new URL(request.url).searchParams.get('in'))
}
