/** Matches stored text that begins so, over the field's index. */
export const beginningWith = (text: string) => ({ $gte: text, $lt: `${text}\uffff` })
