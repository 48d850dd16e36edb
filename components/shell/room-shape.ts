/** What a room looks like from afar, while it is fetched. */
export type RoomShape = 'call' | 'queue' | 'case' | 'table' | 'filteredTable' | 'cards' | 'list'

/** The first that fits counts. */
const shapes: readonly (readonly [RegExp, RoomShape])[] = [
  [/^\/desk(\/|$)/, 'call'],
  [/^\/approvals(\/|$)/, 'queue'],
  [/^\/cases\/./, 'case'],
  [/^\/log(\/|$)/, 'filteredTable'],
  [/^\/(cases|holds|reviews|ineligibility|partners)(\/|$)/, 'table'],
  [/^\/(checks|intake)(\/|$)/, 'cards'],
  [/^\/settings\/(staff|clients|jobs|values|keys|laws)(\/|$)/, 'table'],
]

/** The shape of the room at this path (no query); a plain list where there is none of its own. */
export const shapeOf = (path: string): RoomShape => shapes.find(([room]) => room.test(path))?.[1] ?? 'list'
