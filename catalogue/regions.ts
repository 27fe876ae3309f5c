import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'

export type Region = { code: string; name: string }
export type RegionLevel = 'province' | 'regency' | 'district' | 'village'

/** The country's regions by code, `35` to `35.10.13.2013`. */
export type Regions = {
  has(code: string): boolean
  /** Throws RangeError for a code that no region has. */
  nameOf(code: string): string
  /** The regions right below `parent`, in the order of their codes; the provinces without one. */
  childrenOf(parent?: string): Region[]
  /** Every village under `parent`. */
  villagesOf(parent: string): Region[]
}

const levels: Record<number, RegionLevel> = { 2: 'province', 5: 'regency', 8: 'district', 13: 'village' }

/** Which kind of region a well-formed code names; undefined for any other text. */
export function levelOf(code: string): RegionLevel | undefined {
  return /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(code) ? levels[code.length] : undefined
}

/** `35.10.13` of `35.10.13.2013`; undefined for a province. */
export function parentOf(code: string): string | undefined {
  const cut = code.lastIndexOf('.')
  return cut < 0 ? undefined : code.slice(0, cut)
}

let loaded: Promise<Regions> | undefined

/** Reads the library's tables once a process, about a third of a second. */
export function loadRegions(): Promise<Regions> {
  loaded ??= read()
  return loaded
}

async function read(): Promise<Regions> {
  const tables = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()])
  const names = new Map<string, string>()
  const children = new Map<string, Region[]>()
  for (const { code, name } of tables.flat()) {
    names.set(code, name)
    const parent = parentOf(code) ?? ''
    const siblings = children.get(parent)
    if (siblings) siblings.push({ code, name })
    else children.set(parent, [{ code, name }])
  }
  const childrenOf = (parent = '') => children.get(parent) ?? []
  return {
    has: (code) => names.has(code),
    nameOf(code) {
      const name = names.get(code)
      if (name === undefined) throw new RangeError(`no region has the code ${code}`)
      return name
    },
    childrenOf,
    villagesOf: (parent) =>
      levelOf(parent) === 'district'
        ? childrenOf(parent)
        : childrenOf(parent).flatMap(({ code }) =>
            childrenOf(code).flatMap((child) => (levelOf(child.code) === 'village' ? [child] : childrenOf(child.code))),
          ),
  }
}
