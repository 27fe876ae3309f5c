const text = (value) => typeof value === 'string'
const textOrNull = (value) => value === null || text(value)
const count = (value) => Number.isInteger(value) && value >= 0
const yesOrNo = (value) => typeof value === 'boolean'
const date = (value) => text(value) && !Number.isNaN(Date.parse(value))
const sealer = (value) => value === null || text(value?.name)

/** What is asked of a manifest before anything is checked by it; a list is of as many as there are. */
const shape = {
  format: text,
  sample: yesOrNo,
  case: { number: text, serviceName: text },
  head: { seq: count, hash: text },
  madeAt: date,
  madeBy: { name: text },
  purpose: text,
  sealedBy: sealer,
  texts: [{ id: text, path: textOrNull, erased: yesOrNo }],
  documents: [{ id: text, path: textOrNull }],
  files: [{ path: text, size: count, sha256: text }],
}

/** The entries that are missing or not what they should be, as `files[3].size`; `''` where it is no manifest at all. */
export const whatIsWrong = (manifest) => wrongIn(shape, manifest, '')

function wrongIn(asked, value, place) {
  if (typeof asked === 'function') return asked(value) ? [] : [place]
  if (Array.isArray(asked)) {
    if (!Array.isArray(value)) return [place]
    return value.flatMap((each, index) => wrongIn(asked[0], each, `${place}[${index}]`))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [place]
  return Object.entries(asked).flatMap(([name, inner]) =>
    wrongIn(inner, Object.hasOwn(value, name) ? value[name] : undefined, place ? `${place}.${name}` : name),
  )
}
