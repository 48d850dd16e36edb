import { redirect } from 'next/navigation'
import { activeItem, navByRole } from '#components/shell/nav.ts'
import { currentViewer } from '#server/next/page.ts'
import { wayBack } from '#server/next/way-back.ts'

/** `?to` is where they were when a session of theirs ended. */
interface HomeProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Everyone begins in the first room of their role, or goes on where they were, if it is one of its rooms. */
export default async function Home({ searchParams }: HomeProps) {
  const { role } = await currentViewer()
  const back = wayBack((await searchParams).to)
  if (back !== null && activeItem(navByRole[role], back) !== null) redirect(back)
  redirect(navByRole[role][0]?.href ?? '/sign-in')
}
