export const appeal = {
  title: 'Keberatan atas keputusan',
  about: 'Keberatan atas permohonan %{number}',
  concerns: 'Keberatan atas permohonan',
  filed: 'Keberatan Anda',
  offer: 'Tidak setuju dengan keputusan ini?',
  offerText: 'Anda dapat mengajukan keberatan sampai %{until}. Tidak dipungut biaya.',
  start: 'Ajukan keberatan',
  onlyFromDecision: 'Layanan ini diajukan dari halaman permohonan Anda yang sudah diputus.',
} as const
