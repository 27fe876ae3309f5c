/** In place of a URI parser of its own: rjsf asks for it to follow references between schemas, and the catalogue's forms have none. */
export default {
  resolve: (base: string, reference: string) => new URL(reference, base).href,
  equal: (one: string, other: string) => one === other,
}
