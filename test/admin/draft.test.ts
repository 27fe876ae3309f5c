import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { changesBetween } from '../../admin/src/services/draft/compare.ts'
import { named, parsePlace, placeText, valueAt, withValue } from '../../admin/src/services/draft/place.ts'
import { rebase } from '../../admin/src/services/draft/rebase.ts'
import { packDir } from '../catalogue/fixture.ts'

const pack: unknown = JSON.parse(readFileSync(`${packDir}/services/sip-bidan.json`, 'utf8'))
const at = (text: string) => parsePlace(text)
const put = (definition: unknown, text: string, value: unknown) => withValue(definition, at(text), value)
const told = (before: unknown, after: unknown) =>
  changesBetween(before, after).map(({ place, before: was, after: is, order }) => [placeText(place), was, is, order])

it('a place is written as problems write it, and leads to what is there by name or position', () => {
  const place = at('form[str].fields[nomorStr].label.en')
  expect(placeText(place)).toBe('form[str].fields[nomorStr].label.en')
  expect(valueAt(pack, place)).toBe('STR number')
  expect(valueAt(pack, at('term.rungs[1].percent'))).toBe(80)
  expect(valueAt(pack, at('form[tiada].fields[nomorStr]'))).toBeUndefined()
  expect(named(pack, at('form[#2].fields[#0].label'))).toEqual(at('form[str].fields[nomorStr].label'))
  const gone = withValue(pack, at('form[str].fields[nomorStr].hint'), undefined)
  expect(valueAt(gone, at('form[str].fields[nomorStr]'))).not.toHaveProperty('hint')
  expect(valueAt(pack, at('form[str].fields[nomorStr].hint'))).toBeDefined()
})

it('differences are told by place: a budget as one, entries by name, an order as an order', () => {
  expect(told(pack, structuredClone(pack))).toEqual([])
  const shorter = put(pack, 'term.amount', 7)
  expect(told(pack, shorter)).toEqual([
    ['term.budget', { unit: 'working-days', amount: 5 }, { unit: 'working-days', amount: 7 }, undefined],
  ])
  const without = put(pack, 'requiredDocuments[str]', undefined)
  const [change, ...others] = changesBetween(pack, without)
  expect(others).toEqual([])
  expect(change).toMatchObject({ place: at('requiredDocuments[str]'), before: { code: 'str' }, after: undefined })
  const list = valueAt(pack, ['fees']) as object[]
  const fees = [{ ...list[0], code: 'retribusi', amount: 50_000 }, ...list]
  expect(told(pack, withValue(pack, ['fees'], fees))).toEqual([['fees[retribusi]', undefined, fees[0], undefined]])
  const documents = valueAt(pack, ['requiredDocuments']) as { code: string }[]
  const turned = withValue(pack, ['requiredDocuments'], [...documents].reverse())
  expect(told(pack, turned)).toEqual([
    ['requiredDocuments', documents.map(({ code }) => code), documents.map(({ code }) => code).reverse(), true],
  ])
})

it('two editors: what each changed stays, and where both wrote it is told', () => {
  const mine = put(put(pack, 'name.id', 'Izin Bidan'), 'term.amount', 7)
  const theirs = put(put(pack, 'summary.id', 'Ringkas'), 'requiredDocuments[foto]', undefined)
  const apart = rebase(pack, mine, theirs)
  expect(apart.clashes).toEqual([])
  expect(changesBetween(pack, apart.merged)).toHaveLength(4)
  expect(apart.merged).toEqual(put(put(theirs, 'name.id', 'Izin Bidan'), 'term.amount', 7))

  const same = rebase(pack, mine, put(pack, 'term.amount', 9))
  expect(same.clashes.map(placeText)).toEqual(['term.budget'])
  expect(valueAt(same.merged, at('term.amount'))).toBe(7)
})
