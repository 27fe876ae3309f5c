import type { Grant } from './vocabulary.ts'

/**
 * The one permission table (design rule 9). The API puts it into every query, the back office hides by it. Every signed-in
 * person is a citizen besides whatever else they are. Nobody is granted what is not written here.
 */
export const grants: readonly Grant[] = [
  { role: 'citizen', on: 'application', may: ['read', 'correct', 'withdraw', 'appeal'], within: 'own' },
  { role: 'citizen', on: 'application', may: ['create'], within: 'filing' },
  { role: 'citizen', on: 'document', may: ['read'], within: 'own' },
  { role: 'citizen', on: 'bill', may: ['read'], within: 'own' },
  { role: 'citizen', on: 'message', may: ['read'], within: 'own' },
  { role: 'citizen', on: 'file', may: ['read', 'create'], within: 'own' },
  { role: 'citizen', on: 'person', may: ['read', 'edit'], within: 'own' },
  { role: 'citizen', on: 'service', may: ['read'], within: 'regency' },
  { role: 'citizen', on: 'calendar', may: ['read'], within: 'regency' },
  { role: 'citizen', on: 'register', may: ['read', 'report', 'renew'], within: 'own' },
  { role: 'citizen', on: 'job', may: ['read'], within: 'own' },

  // A counter serves whoever stands before it: what was filed at its point, and its agency's cases.
  { role: 'counter', on: 'application', may: ['create'], within: 'filing' },
  { role: 'counter', on: 'application', may: ['correct', 'withdraw'], within: 'assisted' },
  { role: 'counter', on: 'application', may: ['read', 'unmask'], within: 'service-point' },
  { role: 'counter', on: 'application', may: ['read', 'search', 'unmask', 'skip'], within: 'agency' },
  { role: 'counter', on: 'document', may: ['read'], within: 'service-point' },
  { role: 'counter', on: 'document', may: ['read'], within: 'agency' },
  { role: 'counter', on: 'bill', may: ['read'], within: 'service-point' },
  { role: 'counter', on: 'bill', may: ['read'], within: 'agency' },
  { role: 'counter', on: 'file', may: ['read'], within: 'service-point' },
  { role: 'counter', on: 'file', may: ['read'], within: 'agency' },
  { role: 'counter', on: 'message', may: ['read'], within: 'agency' },
  { role: 'counter', on: 'register', may: ['read'], within: 'service-point' },
  { role: 'counter', on: 'register', may: ['read', 'report'], within: 'agency' },
  { role: 'counter', on: 'task', may: ['read'], within: 'agency' },
  { role: 'counter', on: 'task', may: ['claim', 'decide'], within: 'desk' },
  { role: 'counter', on: 'task', may: ['release'], within: 'held' },
  { role: 'counter', on: 'absence', may: ['read', 'record', 'end'], within: 'own' },
  { role: 'counter', on: 'oversight', may: ['explain'], within: 'own' },

  ...officer('verifier'),
  ...officer('technical'),
  ...officer('section-head'),
  // Superiors give a case another course; whoever decides it does not.
  { role: 'section-head', on: 'application', may: ['add-step', 'merge', 'reopen', 'amend'], within: 'agency' },
  { role: 'supervisor', on: 'application', may: ['add-step', 'merge', 'reopen', 'amend'], within: 'agency' },
  ...officer('signer'),
  // The head of an office says who stands in for whom in it.
  { role: 'signer', on: 'mandate', may: ['read', 'give', 'end'], within: 'agency' },
  { role: 'signer', on: 'absence', may: ['read', 'record', 'end'], within: 'agency' },
  { role: 'signer', on: 'person', may: ['read'], within: 'agency' },
  { role: 'signer', on: 'oversight', may: ['explain'], within: 'agency' },
  // Suspending is the issuing office's; taking a licence away for good is its signer's alone.
  { role: 'section-head', on: 'register', may: ['suspend', 'reinstate'], within: 'issued' },
  // Those whose name stands under letters sign many at once; each is decided as a single one is.
  { role: 'signer', on: 'task', may: ['sign'], within: 'desk' },
  { role: 'signer', on: 'register', may: ['suspend', 'reinstate', 'revoke'], within: 'issued' },

  { role: 'village-operator', on: 'application', may: ['create'], within: 'filing' },
  { role: 'village-operator', on: 'application', may: ['correct', 'withdraw'], within: 'assisted' },
  ...villageOfficer('village-operator'),
  ...villageOfficer('village-head'),
  { role: 'village-head', on: 'task', may: ['sign'], within: 'desk' },
  { role: 'village-head', on: 'mandate', may: ['read', 'give', 'end'], within: 'village' },
  { role: 'village-head', on: 'absence', may: ['read', 'record', 'end'], within: 'village' },
  { role: 'village-head', on: 'person', may: ['read'], within: 'village' },
  { role: 'village-head', on: 'register', may: ['suspend', 'reinstate', 'revoke'], within: 'issued' },
  { role: 'village-head', on: 'oversight', may: ['read', 'export', 'explain'], within: 'village' },

  // A supervisor watches and reassigns, and decides what is theirs by the service, not what was escalated to them;
  // unmasking is for those who handle the case. Who answers for the agency hands a whole case to an ombudsman or a court.
  { role: 'supervisor', on: 'application', may: ['read', 'search', 'export', 'skip'], within: 'agency' },
  { role: 'supervisor', on: 'task', may: ['read', 'assign'], within: 'agency' },
  { role: 'supervisor', on: 'task', may: ['read'], within: 'watched' },
  { role: 'supervisor', on: 'task', may: ['claim', 'decide'], within: 'seat' },
  { role: 'supervisor', on: 'task', may: ['release'], within: 'held' },
  { role: 'supervisor', on: 'document', may: ['read'], within: 'agency' },
  { role: 'supervisor', on: 'bill', may: ['read', 'repay'], within: 'agency' },
  { role: 'supervisor', on: 'file', may: ['read'], within: 'agency' },
  { role: 'supervisor', on: 'message', may: ['read'], within: 'agency' },
  { role: 'supervisor', on: 'register', may: ['read'], within: 'agency' },
  { role: 'supervisor', on: 'call', may: ['read', 'retry'], within: 'agency' },
  { role: 'supervisor', on: 'person', may: ['read'], within: 'agency' },
  { role: 'supervisor', on: 'oversight', may: ['read', 'export', 'explain'], within: 'agency' },
  { role: 'supervisor', on: 'mandate', may: ['read'], within: 'agency' },
  { role: 'supervisor', on: 'absence', may: ['read', 'record', 'end'], within: 'agency' },

  { role: 'catalogue-editor', on: 'service', may: ['read', 'edit', 'publish'], within: 'regency' },
  { role: 'catalogue-editor', on: 'calendar', may: ['read', 'publish'], within: 'regency' },
  { role: 'catalogue-editor', on: 'rehearsal', may: ['read', 'ask'], within: 'regency' },

  // An admin sees all of the regency's cases and touches none.
  { role: 'admin', on: 'application', may: ['read', 'search', 'export'], within: 'regency' },
  { role: 'admin', on: 'task', may: ['read'], within: 'regency' },
  { role: 'admin', on: 'document', may: ['read'], within: 'regency' },
  { role: 'admin', on: 'bill', may: ['read'], within: 'regency' },
  { role: 'admin', on: 'file', may: ['read'], within: 'regency' },
  { role: 'admin', on: 'message', may: ['read'], within: 'regency' },
  { role: 'admin', on: 'register', may: ['read'], within: 'regency' },
  { role: 'admin', on: 'call', may: ['read'], within: 'regency' },
  { role: 'admin', on: 'person', may: ['read', 'edit'], within: 'regency' },
  { role: 'admin', on: 'oversight', may: ['read', 'export'], within: 'regency' },
  { role: 'admin', on: 'service', may: ['read', 'edit', 'publish'], within: 'regency' },
  { role: 'admin', on: 'mandate', may: ['read', 'give', 'end'], within: 'regency' },
  { role: 'admin', on: 'absence', may: ['read', 'record', 'end'], within: 'regency' },
  { role: 'admin', on: 'calendar', may: ['read', 'publish'], within: 'regency' },
  { role: 'admin', on: 'rehearsal', may: ['read', 'ask'], within: 'regency' },
]

/** Those who decide inside an agency: they see its cases, and act at their own desk. */
function officer(role: 'verifier' | 'technical' | 'section-head' | 'signer'): Grant[] {
  return [
    { role, on: 'application', may: ['read', 'search', 'unmask', 'skip'], within: 'agency' },
    { role, on: 'document', may: ['read'], within: 'agency' },
    { role, on: 'bill', may: ['read'], within: 'agency' },
    { role, on: 'file', may: ['read'], within: 'agency' },
    { role, on: 'message', may: ['read'], within: 'agency' },
    { role, on: 'register', may: ['read'], within: 'agency' },
    { role, on: 'task', may: ['read'], within: 'agency' },
    { role, on: 'task', may: ['read'], within: 'watched' },
    { role, on: 'task', may: ['claim', 'decide'], within: 'desk' },
    { role, on: 'task', may: ['release'], within: 'held' },
    { role, on: 'absence', may: ['read', 'record', 'end'], within: 'own' },
    // Whoever decided out of turn says why.
    { role, on: 'oversight', may: ['explain'], within: 'own' },
  ]
}

function villageOfficer(role: 'village-operator' | 'village-head'): Grant[] {
  return [
    { role, on: 'application', may: ['read', 'search', 'unmask', 'skip'], within: 'village' },
    { role, on: 'document', may: ['read'], within: 'village' },
    { role, on: 'bill', may: ['read'], within: 'village' },
    { role, on: 'file', may: ['read'], within: 'village' },
    { role, on: 'message', may: ['read'], within: 'village' },
    { role, on: 'register', may: ['read'], within: 'village' },
    { role, on: 'task', may: ['read'], within: 'village' },
    { role, on: 'task', may: ['claim', 'decide'], within: 'desk' },
    { role, on: 'task', may: ['release'], within: 'held' },
    { role, on: 'absence', may: ['read', 'record', 'end'], within: 'own' },
    // Whoever decided out of turn says why.
    { role, on: 'oversight', may: ['explain'], within: 'own' },
  ]
}
