import NextAuth from 'next-auth'
import { authOptions } from '#server/next/auth-options.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(await authOptions())(request, context) as Promise<Response>
}

export { handle as GET, handle as POST }
