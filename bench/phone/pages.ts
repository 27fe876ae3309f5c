export type PhonePage = {
  name: string
  path: string
  signedIn: boolean
  /** What a person came for: once it is drawn, they can read it or put a finger on it. */
  usable: string
}

/** Pages that people open on a phone out in a village; `document` is an issued one whose QR is scanned. */
export const phonePages = (document: string): PhonePage[] => [
  { name: 'find', path: '/', signedIn: false, usable: 'a[href="/layanan/ak-1"]' },
  { name: 'service', path: '/layanan/ak-1', signedIn: false, usable: 'a[href="/layanan/ak-1/ajukan"]' },
  { name: 'track', path: '/lacak', signedIn: false, usable: '#track-code:enabled' },
  { name: 'verify', path: `/verifikasi/${document}`, signedIn: false, usable: '.verdict' },
  { name: 'apply', path: '/layanan/ak-1/ajukan', signedIn: true, usable: '#applicant-nik:enabled' },
]
