import englishMessages from 'ra-language-english'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../admin/src/i18n/i18n-provider.ts'
import { id as terms } from '../../admin/src/i18n/words/terms.ts'
import { statuses } from '../../domain/case/state.ts'
import { channels, decisions, issuers, messageTriggers, roles } from '../../domain/service.ts'

/** Every message by its dotted key. */
function flat(messages: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

const indonesian = flat(messagesOf('id'))
const english = flat(messagesOf('en'))
const placeholders = (text = '') => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort()

describe('the words of the back office', () => {
  it('are the same set in both languages', () => {
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('cover all of react-admin’s own', () => {
    const missing = [...flat(englishMessages).keys()].filter((key) => !indonesian.has(key))
    expect(missing).toEqual([])
  })

  it('are written, in both', () => {
    const blank = [...indonesian, ...english].filter(([key, text]) => text.trim() === '' && key !== 'ra.boolean.null')
    expect(blank).toEqual([])
  })

  it('carry the same values', () => {
    const differing = [...english].filter(([key, text]) => {
      const said = placeholders(indonesian.get(key))
      const meant = placeholders(text)
      return key.startsWith('lontar.') && said.join() !== meant.join()
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('have a name for every word of the domain', () => {
    const unnamed = [
      ...statuses.filter((each) => !(each in terms.status)),
      ...channels.filter((each) => !(each in terms.channel)),
      ...issuers.filter((each) => !(each in terms.issuer)),
      ...roles.filter((each) => !(each in terms.role)),
      ...decisions.filter((each) => !(each in terms.decision && each in terms.decided)),
      ...messageTriggers.filter((each) => !(each in terms.trigger)),
    ]
    expect(unnamed).toEqual([])
  })
})
