export const id = {
  title: 'Riwayat',
  empty: 'Belum ada riwayat.',
  chain: 'Sidik jari rantai %{hash}',
  chain_note: 'Tiap baris terkait dengan baris sebelumnya; riwayat tidak dapat diubah diam-diam.',
  actor: { citizen: 'Pemohon', officer: 'Petugas', system: 'Lontar' },
}

export const en: typeof id = {
  title: 'History',
  empty: 'No history yet.',
  chain: 'Chain fingerprint %{hash}',
  chain_note: 'Each line is chained to the one before; the history cannot be changed unseen.',
  actor: { citizen: 'Applicant', officer: 'Officer', system: 'Lontar' },
}
