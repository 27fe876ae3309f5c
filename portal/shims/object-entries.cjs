/** Every browser of the last decade has it; node-polyglot, which requires this, brings a replacement that weighs more. */
module.exports = Object.entries
