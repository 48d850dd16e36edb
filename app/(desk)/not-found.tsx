import { WrongTurn } from '#components/shell/wrong-turn.tsx'

export default function NotFound() {
  return <WrongTurn why="notFound" />
}
