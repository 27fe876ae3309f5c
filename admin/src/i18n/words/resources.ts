const named = (one: string, many = one) => ({ name: `${one} |||| ${many}` })

/** What react-admin calls the resources. */
export const id = {
  tasks: named('Tugas'),
  applications: named('Permohonan'),
  services: named('Layanan'),
  messages: named('Pesan'),
  calls: named('Sistem luar'),
}

export const en: typeof id = {
  tasks: named('Task', 'Tasks'),
  applications: named('Application', 'Applications'),
  services: named('Service', 'Services'),
  messages: named('Message', 'Messages'),
  calls: named('Other system', 'Other systems'),
}
