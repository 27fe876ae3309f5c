/** A palm leaf's ribs behind the crest. */
export const LeafRibs = () => (
  <svg
    aria-hidden="true"
    viewBox="0 0 400 600"
    preserveAspectRatio="xMaxYMax slice"
    style={{ position: 'absolute', inset: 0, width: '100%', height: '100%', opacity: 0.13 }}
  >
    <g fill="none" stroke="#f6e7c0" strokeWidth="2">
      <path d="M430 640C330 470 250 300 210 60" />
      {ribs.map((rib) => (
        <path key={rib} d={rib} />
      ))}
    </g>
  </svg>
)

/** Pairs of leaflets along the midrib, longer towards its foot. */
const ribs = Array.from({ length: 15 }, (_, place) => {
  const along = place / 14
  const x = 214 + along * along * 190
  const y = 90 + along * 480
  const reach = 90 + along * 130
  return [
    `M${x} ${y}C${x - reach * 0.4} ${y - 26} ${x - reach * 0.8} ${y - 20} ${x - reach} ${y + 34}`,
    `M${x} ${y}C${x + reach * 0.4} ${y - 60} ${x + reach * 0.7} ${y - 74} ${x + reach} ${y - 62}`,
  ]
}).flat()
