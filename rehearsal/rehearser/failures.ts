/** Why there is no story, in words for an editor. */
export const failures = {
  limit: (ms: number) => ({
    id: `Gladi dihentikan karena belum selesai setelah ${minutes(ms, 'id')}.`,
    en: `The rehearsal was ended: it was not done after ${minutes(ms, 'en')}.`,
  }),
  brokeOff: {
    id: 'Gladi ini terputus sebelum selesai. Coba sekali lagi; bila terulang, beri tahu pengelola sistem.',
    en: 'This rehearsal broke off before its end. Try once more; if it happens again, tell the system’s administrator.',
  },
}

function minutes(ms: number, language: 'id' | 'en'): string {
  const seconds = Math.round(ms / 1_000)
  if (seconds < 120) return language === 'id' ? `${seconds} detik` : `${seconds} seconds`
  const whole = Math.round(seconds / 60)
  return language === 'id' ? `${whole} menit` : `${whole} minutes`
}
