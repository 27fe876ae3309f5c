/** `Rp50.000`, of whole rupiah. */
export const rupiah = (amount: number) => `Rp${amount.toLocaleString('id-ID')}`
