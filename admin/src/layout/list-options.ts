/** What every list here shares: nothing of it in the address, fetched again each minute, and its failures told in place. */
export const listOptions = {
  perPage: 25,
  exporter: false,
  storeKey: false,
  disableSyncWithLocation: true,
  queryOptions: { refetchInterval: 60_000, onError: () => {} },
} as const
