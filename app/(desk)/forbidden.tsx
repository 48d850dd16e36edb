import { WrongTurn } from '#components/shell/wrong-turn.tsx'

export default function Forbidden() {
  return <WrongTurn why="denied" />
}
