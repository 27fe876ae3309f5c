export const account = {
  signInTitle: 'Masuk',
  signUpTitle: 'Buat akun',
  why: 'Dengan akun, permohonan dan dokumen Anda tersimpan di satu tempat.',
  email: 'Surel (email)',
  password: 'Kata sandi',
  name: 'Nama lengkap',
  nameHint: 'Seperti di KTP',
  passwordHint: 'Paling sedikit %{smart_count} huruf atau angka',
  signIn: 'Masuk',
  signUp: 'Buat akun',
  noAccount: 'Belum punya akun?',
  hasAccount: 'Sudah punya akun?',
  wrong: 'Surel atau kata sandi tidak cocok.',
  taken: 'Surel ini sudah dipakai. Silakan masuk, atau pakai surel lain.',
  emailMissing: 'Isi alamat surel, misalnya nama@contoh.id',
  passwordMissing: 'Isi kata sandi',
  passwordShort: 'Kata sandi paling sedikit %{smart_count} huruf atau angka',
  nameMissing: 'Isi nama lengkap',
  demoTitle: 'Coba sebagai',
  demoText: 'Ini contoh. Tekan satu nama untuk langsung masuk.',
  noPhone: 'Tidak punya ponsel atau surel? Petugas loket dan perangkat desa bisa mengajukan untuk Anda.',
  leaveTitle: 'Hapus isian di perangkat ini?',
  leaveText: 'Ada draf yang belum dikirim. Bila perangkat ini dipakai bersama, sebaiknya hapus sebelum keluar.',
  leaveDelete: 'Hapus lalu keluar',
  leaveKeep: 'Simpan lalu keluar',
} as const

export const cases = {
  deskTitle: 'Permohonan yang Anda bantu',
  open: 'Sedang berjalan',
  closed: 'Sudah selesai',
  emptyTitle: 'Belum ada permohonan',
  emptyText: 'Permohonan yang Anda ajukan akan tampil di sini.',
} as const

export const messages = {
  title: 'Pesan',
  new: 'Baru',
  open: 'Buka permohonan %{number}',
  emptyTitle: 'Belum ada pesan',
  emptyText: 'Kabar tentang permohonan Anda akan masuk ke sini.',
} as const

export const help = {
  title: 'Bantuan',
  lead: 'Jawaban singkat untuk pertanyaan yang paling sering diajukan.',
  howQ: 'Bagaimana cara mengajukan?',
  howA: 'Cari layanannya, baca apa yang perlu disiapkan, lalu tekan Ajukan. Isi satu halaman demi satu halaman, foto berkasnya dengan ponsel, periksa lagi, lalu kirim. Isian tersimpan sendiri di perangkat Anda, jadi boleh berhenti dan dilanjutkan nanti.',
  whenQ: 'Kapan permohonan saya selesai?',
  whenA:
    'Setiap permohonan menunjukkan sedang di meja siapa dan sampai kapan. Buka Permohonan saya, atau lacak dengan nomor dan kode di tanda terima.',
  returnQ: 'Berkas saya dikembalikan. Apa yang harus saya lakukan?',
  returnA:
    'Buka permohonan itu dan tekan Perbaiki. Semua yang kurang disebut sekaligus di tempatnya. Selama Anda memperbaiki, waktu petugas berhenti; setelah dikirim, waktu berjalan lagi dari sisa sebelumnya, tidak diulang dari awal.',
  silentQ: 'Bagaimana kalau petugas diam saja?',
  silentA:
    'Atasannya diingatkan sebelum batas waktu lewat. Untuk layanan yang dijamin aturan, permohonan dianggap disetujui begitu waktunya habis dan suratnya terbit dengan sendirinya.',
  signalQ: 'Sinyal saya sering hilang. Apakah isian saya aman?',
  signalA:
    'Aman. Isian dan foto disimpan di perangkat Anda sampai terkirim. Bila Anda tidak yakin sudah terkirim, tekan Kirim lagi: permohonan yang sama tidak akan tercatat dua kali.',
  noPhoneQ: 'Saya tidak punya ponsel. Bisakah dibantu?',
  noPhoneA:
    'Bisa. Datanglah ke loket atau kantor desa dengan KTP. Petugas mengajukan untuk Anda setelah Anda setuju, lalu memberi tanda terima tercetak. Statusnya bisa ditanyakan di meja mana pun.',
  fakeQ: 'Bagaimana memeriksa surat yang saya terima asli?',
  fakeA:
    'Pindai kode QR di surat itu. Halaman keaslian menunjukkan nomor, penerbit, dan masa berlakunya, dan bisa mencocokkan berkas PDF tanpa mengirimnya.',
  costQ: 'Apakah ada biaya?',
  costA: 'Biaya resmi tertulis di setiap layanan. Jangan membayar apa pun di luar itu; laporkan bila diminta.',
  dataQ: 'Siapa yang melihat data saya?',
  dataA:
    'Hanya petugas yang menangani permohonan Anda. Setiap kali data dibuka, itu dicatat. Halaman lacak dan halaman keaslian tidak menampilkan isian Anda.',
  contactTitle: 'Hubungi kami',
} as const
