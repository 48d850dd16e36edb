import { redirect } from 'next/navigation'
import { navByRole } from '#components/shell/nav.ts'
import { currentViewer } from '#server/next/page.ts'

/** Everyone begins in the first room of their role. */
export default async function Home() {
  const { role } = await currentViewer()
  redirect(navByRole[role][0]?.href ?? '/sign-in')
}
