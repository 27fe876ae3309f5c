export {}

/** What pdfmake 0.3 exports on a server beside what its types say. */
declare module 'pdfmake' {
  export const virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
  export function setUrlAccessPolicy(allowed: (url: string) => boolean): void
  export function setLocalAccessPolicy(allowed: (path: string) => boolean): void
}
