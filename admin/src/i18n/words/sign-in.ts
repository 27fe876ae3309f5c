export const id = {
  title: 'Masuk ke meja kerja',
  intro: 'Untuk petugas pelayanan perizinan dan administrasi.',
  email: 'Surel',
  password: 'Kata sandi',
  show: 'Perlihatkan kata sandi',
  hide: 'Sembunyikan kata sandi',
  submit: 'Masuk',
  wrong: 'Surel atau kata sandi salah.',
  missing: 'Isi surel dan kata sandi.',
  demo_title: 'Orang peragaan',
  demo_intro: 'Sekali tekan untuk masuk sebagai salah satu dari mereka.',
  portal_hint: 'Anda pemohon?',
}

export const en: typeof id = {
  title: 'Sign in to the back office',
  intro: 'For officers of permits and registry services.',
  email: 'E-mail',
  password: 'Password',
  show: 'Show password',
  hide: 'Hide password',
  submit: 'Sign in',
  wrong: 'Wrong e-mail or password.',
  missing: 'Enter e-mail and password.',
  demo_title: 'Demo people',
  demo_intro: 'One click signs you in as one of them.',
  portal_hint: 'Are you an applicant?',
}
