import type { Phrases } from '../keys.ts'

export const common: Phrases['common'] = {
  app: 'Public Services',
  skip: 'Skip to the content',
  menu: 'Main menu',
  services: 'Services',
  track: 'Track',
  myCases: 'My applications',
  myCasesShort: 'Applications',
  myLicences: 'My licences',
  publicRegister: 'Public register',
  compliance: 'How services keep their word',
  messages: 'Messages',
  help: 'Help',
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'Account',
  switchToEnglish: 'English',
  switchToIndonesian: 'Bahasa Indonesia',
  back: 'Back',
  next: 'Continue',
  cancel: 'Never mind',
  edit: 'Change',
  retry: 'Try again',
  loading: 'Loading…',
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  free: 'Free',
  download: 'Download',
  copy: 'Copy',
  copied: 'Copied',
  seeAll: 'See all',
  openInAdmin: 'Open the officer’s desk',
  demo: 'Sample: all people and papers here are only for trying things out.',
}

export const time: Phrases['time'] = {
  defaultZone: 'WIB',
  workingDays: '%{smart_count} working day |||| %{smart_count} working days',
  workingMinutes: '%{smart_count} working minute |||| %{smart_count} working minutes',
  workingHours: '%{smart_count} working hour |||| %{smart_count} working hours',
}

export const failure: Phrases['failure'] = {
  offlineTitle: 'No internet connection',
  offline: 'What you filled in is safe on this device. Try again when the signal is back.',
  busyTitle: 'The service is busy',
  busy: 'We have had no answer yet. Try again in a moment; the same request is never recorded twice.',
  limitedTitle: 'Too many attempts',
  limited: 'To keep things safe, wait a moment before trying again.',
  limitedFor:
    'To keep things safe, wait %{smart_count} second and try again. |||| To keep things safe, wait %{smart_count} seconds and try again.',
  missingTitle: 'Not found',
  missing: 'What you are looking for does not exist, or is not for this account.',
  forbiddenTitle: 'Not for this account',
  forbidden: 'This account may not open that page.',
  signedOutTitle: 'Please sign in again',
  signedOut: 'Your session has ended. What you filled in is kept on this device.',
  conflictTitle: 'It has changed',
  conflict: 'This application has moved on. Reload to see where it is now.',
  refusedTitle: 'Not accepted yet',
  refused: 'Something you filled in needs another look.',
  crashTitle: 'Something went wrong',
  crash: 'This page could not be shown. What you filled in is kept on this device.',
  reload: 'Reload the page',
}

export const network: Phrases['network'] = {
  offline: 'No internet. Drafts and services you have opened before can still be read.',
  updateReady: 'A new version is ready.',
  update: 'Update',
  later: 'Later',
}

export const notFound: Phrases['notFound'] = {
  title: 'There is no such page',
  text: 'The address may be mistyped or have moved. Start again by looking for a service.',
  home: 'Find a service',
}
