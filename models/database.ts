import type mongoose from 'mongoose'

/** The driver's database, for migrations and for libraries that bring their own collections. */
export type Db = mongoose.mongo.Db
export type ClientSession = mongoose.ClientSession
