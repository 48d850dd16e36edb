import { describe, expect, it } from 'vitest'
import { shopDataset } from '#tests/support/shop-system.ts'
import { parseDataset } from './dataset.ts'

const withFields = (fields: string, more = '') => `
dataset:
  - fides_key: shop
    collections:
      - name: customer
        fields: ${fields}
${more}`

describe('a fideslang dataset file', () => {
  it('loads with what it says of identities, keys and references', () => {
    const { collections, passedOver } = parseDataset(shopDataset)
    expect(passedOver).toEqual([])
    const purchase = collections.find(({ name }) => name === 'purchase')
    expect(purchase?.fields.find(({ name }) => name === 'customer_id')?.references).toEqual([
      { collection: 'customer', field: 'customer_id', direction: 'from' },
    ])
    const customer = collections.find(({ name }) => name === 'customer')
    expect(customer?.fields.find(({ name }) => name === 'phone')?.identity).toBe('phone')
    expect(customer?.fields.find(({ name }) => name === 'customer_id')?.primaryKey).toBe(true)
  })

  it('may carry keys that are not ours, nested fields and nothing in fides_meta', () => {
    const { collections } = parseDataset(withFields(`
          - name: profile
            description: what they told us
            data_qualifier: aggregated
            fides_meta:
            fields: [{ name: inner, data_categories: [user.name], fields: [{ name: deeper }] }]
          - { name: when, fides_meta: { data_type: string, length: 8, return_all_elements: true } }`, `
        fides_meta: { after: [shop.customer], custom_request_fields: { a: b } }
        organization_fides_key: default_organization`))
    expect(collections[0]?.fields.map(({ name }) => name)).toEqual(['profile', 'when'])
    expect(collections[0]?.after).toEqual(['customer'])
  })

  it('gives a field the categories of its collection where it has none of its own', () => {
    const { collections } = parseDataset(`
dataset:
  - fides_key: shop
    collections:
      - name: note
        data_categories: [user.content]
        fields: [{ name: body }, { name: at, data_categories: [system.operations] }]`)
    expect(collections[0]?.fields.map(({ categories }) => categories)).toEqual([['user.content'], ['system.operations']])
  })

  it('says what it passes over: an identity that we do not search by, a dataset that is elsewhere', () => {
    const { passedOver } = parseDataset(withFields(`
          - { name: ga, fides_meta: { identity: ga_client_id } }
          - { name: other_id, fides_meta: { references: [{ dataset: elsewhere, field: a.b }] } }`))
    expect(passedOver).toHaveLength(2)
    expect(passedOver[0]).toContain('customer.ga')
  })

  it.each([
    ['dataset: []', 'at least one'],
    ['collections: []', 'dataset:'],
    [withFields('[{ data_categories: [user.name] }]'), 'dataset[0].collections[0].fields[0].name'],
    [withFields('[{ name: a, fides_meta: { references: [{ dataset: shop, field: nodot }] } }]'), 'references[0].field'],
    [withFields('[{ name: a, fides_meta: { references: [{ dataset: shop, field: x.y }] } }]'), '"x.y"'],
    [withFields('[{ name: a, fides_meta: { references: [{ dataset: shop, field: customer.a, direction: up }] } }]'), 'direction'],
    [withFields('[{ name: a }, { name: a }]'), 'twice'],
    ['dataset: [', 'line 1'],
    ['a: &a [*b]', 'dataset:'],
  ])('is refused with the place where it is wrong: %s', (text, place) => {
    expect(() => parseDataset(text)).toThrow(place)
  })
})
