/** Every browser of the last decade has it; node-polyglot brings a replacement that weighs more than itself. */
export default Object.entries
