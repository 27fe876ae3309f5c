const named = (one: string, many = one) => ({ name: `${one} |||| ${many}` })

/** What react-admin calls the resources. */
export const id = {
  tasks: named('Tugas'),
  applications: named('Permohonan'),
  register: named('Register'),
  services: named('Layanan'),
  messages: named('Pesan'),
}

export const en: typeof id = {
  tasks: named('Task', 'Tasks'),
  applications: named('Application', 'Applications'),
  register: named('Register'),
  services: named('Service', 'Services'),
  messages: named('Message', 'Messages'),
}
