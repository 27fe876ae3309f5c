import type { Phrases } from '../keys.ts'

export const account: Phrases['account'] = {
  signInTitle: 'Sign in',
  signUpTitle: 'Create an account',
  why: 'With an account, your applications and documents are kept in one place.',
  email: 'E-mail',
  password: 'Password',
  name: 'Full name',
  nameHint: 'As on your identity card',
  passwordHint: 'At least %{smart_count} letters or digits',
  signIn: 'Sign in',
  signUp: 'Create an account',
  noAccount: 'No account yet?',
  hasAccount: 'Have an account?',
  wrong: 'The e-mail or password does not match.',
  taken: 'This e-mail is in use. Sign in, or take another one.',
  emailMissing: 'Enter an e-mail address, such as name@example.id',
  passwordMissing: 'Enter your password',
  passwordShort: 'A password has at least %{smart_count} letters or digits',
  nameMissing: 'Enter your full name',
  demoTitle: 'Try it as',
  demoText: 'This is a sample. Press a name to sign in at once.',
  noPhone: 'No phone or e-mail? Counter officers and village staff can apply for you.',
  leaveTitle: 'Delete what is filled in on this device?',
  leaveText: 'There is a draft that has not been sent. On a shared device it is better to delete it before you leave.',
  leaveDelete: 'Delete and sign out',
  leaveKeep: 'Keep and sign out',
}

export const cases: Phrases['cases'] = {
  deskTitle: 'Applications you help with',
  open: 'Under way',
  closed: 'Finished',
  emptyTitle: 'No applications yet',
  emptyText: 'Applications you file will be listed here.',
}

export const messages: Phrases['messages'] = {
  title: 'Messages',
  new: 'New',
  open: 'Open application %{number}',
  emptyTitle: 'No messages yet',
  emptyText: 'News about your applications will arrive here.',
}

export const help: Phrases['help'] = {
  title: 'Help',
  lead: 'Short answers to what is asked most often.',
  howQ: 'How do I apply?',
  howA: 'Find the service, read what you need, then press Apply. Fill in one page after another, photograph your papers with your phone, look over everything, and send it. What you fill in is kept on your device by itself, so you may stop and go on later.',
  whenQ: 'When will my application be done?',
  whenA:
    'Every application shows whose desk it is on and until when. Open My applications, or track it with the number and code on your receipt.',
  returnQ: 'My papers came back. What do I do?',
  returnA:
    'Open the application and press Correct. Everything that is missing is named at once, in its place. While you correct it the office’s time stands still; once sent, it goes on from where it stopped and does not start again.',
  silentQ: 'What if the office stays silent?',
  silentA:
    'Superiors are reminded before the time runs out. For services where the rules say so, the application counts as approved when the time is up and the letter is issued by itself.',
  signalQ: 'My signal comes and goes. Is what I filled in safe?',
  signalA:
    'Yes. Answers and photos stay on your device until they are sent. If you are not sure that they were, press Send again: the same application is never recorded twice.',
  noPhoneQ: 'I have no phone. Can someone help?',
  noPhoneA:
    'Yes. Come to a counter or the village office with your identity card. An officer applies for you once you agree, and gives you a printed receipt. You can ask about it at any desk.',
  fakeQ: 'How do I check that a letter is genuine?',
  fakeA:
    'Scan the QR code on it. The page shows number, issuer and validity, and can compare the PDF without sending it.',
  costQ: 'Does it cost anything?',
  costA: 'The official cost is written at each service. Do not pay anything else; report it when you are asked to.',
  dataQ: 'Who sees my data?',
  dataA:
    'Only the officers who handle your application. Each time data is opened, that is recorded. The tracking and verification pages show nothing of what you filled in.',
  contactTitle: 'Contact us',
}
