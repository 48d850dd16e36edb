/**
 * Parts of a whole as one bar; `label` says the numbers, so the picture is never needed. It may stand in a line of
 * text: a block there would end the paragraph, and the browser would have other elements than the server sent.
 */
export function Bar({
  parts,
  total,
  label,
}: {
  parts: readonly { value: number; strength: 'full' | 'half' }[]
  total: number
  label: string
}) {
  return (
    <span role="img" aria-label={label} className="flex h-2 w-28 overflow-hidden rounded bg-line">
      {parts.map((part, index) => (
        <span
          key={index}
          className={part.strength === 'full' ? 'bg-accent' : 'bg-accent/45'}
          style={{ width: total === 0 ? 0 : `${(100 * part.value) / total}%` }}
        />
      ))}
    </span>
  )
}
