import { historyOf } from './histories.ts'
import { lastDemoPeople, type DemoPerson } from './people.ts'

/** A number to type at the desk, and what one finds there. */
export interface NumberToTry {
  readonly what: string
  readonly phone: string
}

/** The last people of these kinds: the stories of the hotline are told from the front. */
export function numbersToTry(count: number): NumberToTry[] {
  const people = lastDemoPeople(count, 400).toReversed()
  const grownUp = (one: DemoPerson) => one.place === 'CN' && one.born_on < '1998' && ![81, 82].includes(one.index % 200)
  const found = (what: string, fits: (one: DemoPerson) => boolean): NumberToTry[] => {
    const one = people.find(fits)
    return one === undefined ? [] : [{ what, phone: international(one.phone) }]
  }
  return [
    ...found('enrolled by the ticked box', (one) => grownUp(one) && !one.sharesPhone && historyOf(one.index) === 'forced'),
    ...found('joined by an own choice', (one) => grownUp(one) && !one.sharesPhone && historyOf(one.index) === 'own_apart'),
    ...found('both: an own choice in 2016, and the ticked box', (one) => grownUp(one) && !one.sharesPhone && historyOf(one.index) === 'mixed'),
    ...found('one phone, two people', (one) => one.sharesPhone),
  ]
}

const international = (phone: string) => {
  const digits = phone.replace(/^\+86/, '').replaceAll(' ', '')
  return `+86 ${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`
}
