export const compliance = {
  title: 'Kinerja layanan',
  lead: 'Berapa dari seratus permohonan yang diputus sebelum janji waktunya habis, menurut instansi.',
  period: 'Dua belas bulan penuh terakhir, sejak %{from} sampai akhir %{to}.',
  tooFew: 'Kurang dari %{count} permohonan, jadi tidak diumumkan',
  percent: '%{percent} dari 100 tepat waktu',
  cases: '%{count} permohonan diputus',
  nothing: 'Belum ada angka',
  nothingText: 'Belum ada bulan penuh dengan permohonan yang diputus.',
  how: 'Waktu selama pemohon memperbaiki berkas tidak dihitung. Angka ini tidak memuat data siapa pun.',
} as const
