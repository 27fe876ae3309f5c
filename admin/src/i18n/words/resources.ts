const named = (one: string, many = one) => ({ name: `${one} |||| ${many}` })

/** What react-admin calls the resources. */
export const id = {
  tasks: named('Tugas'),
  tray: named('Meja tanda tangan'),
  oversight: named('Pengawasan'),
  applications: named('Permohonan'),
  register: named('Register'),
  services: named('Layanan'),
  bills: named('Tagihan'),
  messages: named('Pesan'),
  calls: named('Sistem luar'),
}

export const en: typeof id = {
  tasks: named('Task', 'Tasks'),
  tray: named('Signing tray'),
  oversight: named('Oversight'),
  applications: named('Application', 'Applications'),
  register: named('Register'),
  services: named('Service', 'Services'),
  bills: named('Bill', 'Bills'),
  messages: named('Message', 'Messages'),
  calls: named('Other system', 'Other systems'),
}
