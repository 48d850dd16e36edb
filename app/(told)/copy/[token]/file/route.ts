import { giveCopy } from '#server/next/copy.ts'

/** Makes the copy and hands it over. Asked by the button of the page alone: nothing that only looks fetches it. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return giveCopy((await params).token, new URL(request.url).searchParams.get('in'))
}
