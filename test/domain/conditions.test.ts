import { describe, expect, it } from 'vitest'
import { type Condition, fieldsOf, holds } from '../../domain/conditions.ts'

describe('conditions', () => {
  const answers = { jenis: 'lama', umur: 17, ya: false, tags: ['a', 'b'] }
  it.each<[Condition, boolean]>([
    [{ field: 'jenis', is: 'lama' }, true],
    [{ field: 'jenis', is: 'baru' }, false],
    [{ field: 'ya', is: false }, true],
    [{ field: 'lain', is: false }, false],
    [{ field: 'jenis', in: ['baru', 'lama'] }, true],
    [{ field: 'lain', in: ['baru'] }, false],
    [{ field: 'tags', includes: 'b' }, true],
    [{ field: 'jenis', includes: 'l' }, false],
    [{ field: 'umur', atLeast: 17 }, true],
    [{ field: 'umur', atLeast: 18 }, false],
    [{ field: 'umur', atMost: 16 }, false],
    [{ field: 'jenis', atLeast: 0 }, false],
    [{ field: 'lain', answered: false }, true],
    [{ field: 'ya', answered: true }, true],
    [{ not: { field: 'lain', is: 1 } }, true],
    [
      {
        all: [
          { field: 'ya', is: false },
          { field: 'umur', atLeast: 18 },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { field: 'ya', is: true },
          { field: 'umur', atLeast: 17 },
        ],
      },
      true,
    ],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, answers)).toBe(expected)
  })

  it('never looks at what an answer inherits', () => {
    expect(holds({ field: 'toString', answered: true }, {})).toBe(false)
    expect(holds({ field: 'constructor', is: 'x' }, Object.create({ constructor: 'x' }))).toBe(false)
  })

  it('names each field once', () => {
    const condition: Condition = {
      any: [
        { field: 'a', is: 1 },
        {
          not: {
            all: [
              { field: 'b', is: 2 },
              { field: 'a', is: 3 },
            ],
          },
        },
      ],
    }
    expect(fieldsOf(condition)).toEqual(['a', 'b'])
  })
})
