/** The portal's sign: the strips of a palm-leaf book, threaded on their cord. */
export function LeafStrips() {
  const rows = [0, 1, 2, 3, 4, 5]
  return (
    <svg className="leaf-strips" viewBox="0 0 420 300" aria-hidden="true" preserveAspectRatio="xMaxYMid slice">
      {rows.map((row) => (
        <g key={row} transform={`translate(${row % 2 ? 26 : 8} ${14 + row * 47}) rotate(${(row - 2.5) * 0.7})`}>
          <path d="M14 0H386q14 16 0 34H14Q0 17 14 0Z" fill="#fff" opacity={0.1 + row * 0.014} />
          <path d="M34 11H170M34 22H140M230 11H366M260 22H366" stroke="#fff" strokeWidth="2" opacity="0.13" />
          <circle cx={200 - (row % 2 ? 18 : 0)} cy="17" r="5" fill="var(--brand-deep)" />
        </g>
      ))}
      <path d="M208 -10V310" stroke="var(--gold)" strokeWidth="2.5" opacity="0.8" />
    </svg>
  )
}
