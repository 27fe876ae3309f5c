import type { Schema } from 'mongoose'

/** A plugin for what is written once: every change or deletion through Mongoose throws, naming `what`. */
export function appendOnly<Record>(schema: Schema<Record>, { what }: { what: string }): void {
  const refuse = () => {
    throw new Error(`${what} is append-only`)
  }
  schema.pre(['updateOne', 'updateMany', 'findOneAndUpdate', 'findOneAndReplace', 'replaceOne'], refuse)
  schema.pre(['deleteOne', 'deleteMany', 'findOneAndDelete'], refuse)
}
