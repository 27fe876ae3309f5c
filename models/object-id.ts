import mongoose from 'mongoose'

/** Whether a text from outside can be the id of a document that MongoDB named. */
export const isObjectId = (text: string) => /^[0-9a-f]{24}$/.test(text) && mongoose.isValidObjectId(text)
