/** The days of the story, epoch ms: dates in Shanghai, where the operator is. */
const shanghai = (local: string) => Date.parse(`${local}+08:00`)

export const storyDates = {
  /** The box that people ticked themselves, on the service's own page. */
  ownPageFrom: shanghai('2015-01-28T00:00:00'),
  ownPageTo: shanghai('2017-12-31T23:59:59'),
  /** The spending review with the ticked box at its foot: two days and a half. */
  forcedFrom: shanghai('2018-01-02T09:00:00'),
  forcedTo: shanghai('2018-01-04T21:59:59'),
  /** The review without it, and a page of its own for whoever wants to join. */
  apartFrom: shanghai('2018-01-04T22:00:00'),
  apartTo: shanghai('2018-01-31T23:59:59'),
} as const
