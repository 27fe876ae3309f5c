import './progress.css'

/** How far along: leaves of the book turned so far. */
export function Progress({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <div className="progress no-print">
      <p>{label}</p>
      <div className="progress-leaves" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the place tells them apart
          <span key={index} className={index + 1 < at ? 'done' : index + 1 === at ? 'now' : ''} />
        ))}
      </div>
    </div>
  )
}
