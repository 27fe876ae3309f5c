/** Column headings that offices write, and the names they stand for. */
const headings: Record<string, string> = {
  layanan: 'service',
  'nomor berkas': 'reference',
  'nomor agenda': 'reference',
  nama: 'applicant.name',
  'nama pemohon': 'applicant.name',
  nik: 'applicant.nik',
  telepon: 'applicant.phone',
  surel: 'applicant.email',
  email: 'applicant.email',
  desa: 'applicant.village',
  'desa/kelurahan': 'applicant.village',
  'tanggal masuk': 'filedAt',
  'tanggal lengkap': 'completeAt',
  'tanggal selesai': 'closedAt',
  langkah: 'atStep',
  sejak: 'since',
  status: 'status',
  'nomor dokumen': 'document.number',
  'tanggal terbit': 'document.issuedAt',
  'berlaku sampai': 'document.validUntil',
  'berkas pdf': 'document.file',
}

const statusWords: Record<string, string> = {
  diterima: 'received',
  diproses: 'in-progress',
  dikembalikan: 'returned',
  disetujui: 'approved',
  terbit: 'approved',
  'terbit otomatis': 'deemed-approved',
  ditolak: 'rejected',
  dicabut: 'withdrawn',
}

/** `applicant.nik` for "NIK"; any other heading is its own name. */
export function nameOfHeading(heading: string): string {
  const plain = heading.trim().toLowerCase().replace(/\s+/g, ' ')
  return headings[plain] ?? heading.trim()
}

/** `approved` for "Disetujui"; any other word stays. */
export function statusOfWord(word: string): string {
  const plain = word.trim().toLowerCase().replace(/\s+/g, ' ')
  return statusWords[plain] ?? plain
}
