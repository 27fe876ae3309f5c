import type { id } from './id/index.ts'

type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Prefix}${Key}` : Leaves<Node[Key], `${Prefix}${Key}.`>
}[keyof Node & string]

/** Every text of the portal, as `area.name`. */
export type TextKey = Leaves<typeof id>

/** The shape that the other language has to fill completely. */
export type Phrases<Node = typeof id> = { [Key in keyof Node]: Node[Key] extends string ? string : Phrases<Node[Key]> }
