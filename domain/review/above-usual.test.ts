import { describe, expect, it } from 'vitest'
import { aboveUsual, median, type AgentFigures } from './above-usual.ts'

const agent = (name: string, lookUps: number, reveals = 0): AgentFigures => ({
  agent: name, days: 5, calls: 20, lookUps, reveals, outside: 0, outsideDays: 0, outsideWithoutCase: 0,
})

describe('one agent above the usual', () => {
  it('looks people up at least twice as often a day as the median of the others, and says the figures', () => {
    const found = aboveUsual([agent('A', 20), agent('B', 22), agent('C', 80)])
    expect(found).toEqual([
      { agent: 'C', measure: 'look_ups_a_day', count: 80, figure: 16, usual: 4.2, others: 2 },
    ])
  })

  it('is measured against the others and not against themselves, so that one of three stands out', () => {
    expect(aboveUsual([agent('A', 20), agent('B', 20), agent('C', 39)])).toEqual([])
    expect(aboveUsual([agent('A', 20), agent('B', 20), agent('C', 40)]).map((one) => one.agent)).toEqual(['C'])
  })

  it('has fields shown more often a call, also where the others have none shown', () => {
    expect(aboveUsual([agent('A', 20), agent('B', 20), agent('C', 20, 4)])).toEqual([])
    const [one] = aboveUsual([agent('A', 20), agent('B', 20), agent('C', 20, 5)])
    expect(one).toMatchObject({ agent: 'C', measure: 'reveals_a_call', count: 5, figure: 0.25, usual: 0 })
  })

  it('looks people up outside calls more often than the others who do so', () => {
    const outside = (name: string, count: number): AgentFigures => ({
      ...agent(name, 0), days: 0, calls: 0, outside: count, outsideDays: 2,
    })
    const found = aboveUsual([outside('A', 2), outside('B', 2), outside('C', 8), agent('D', 20)])
    expect(found).toEqual([{ agent: 'C', measure: 'outside_a_day', count: 8, figure: 4, usual: 1, others: 2 }])
  })

  it('is nobody where there are no two others to compare with, or where so few are chance', () => {
    expect(aboveUsual([agent('A', 20), agent('C', 900, 100)])).toEqual([])
    expect(aboveUsual([agent('A', 1), agent('B', 1), agent('C', 9)])).toEqual([])
    expect(aboveUsual([])).toEqual([])
  })
})

describe('the median', () => {
  it('is the value in the middle, or the mean of the two', () => {
    const medians = [[], [3], [4, 1], [9, 1, 2], [1, 2, 3, 10]].map(median)
    expect(medians).toEqual([0, 3, 2.5, 2, 2.5])
  })
})
