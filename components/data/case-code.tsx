import { formatCaseCode } from '#domain/request/case-code.ts'

/** A case code as it is said: `K7M4 QXEH 9`. */
export function CaseCode({ code, large = false }: { code: string; large?: boolean }) {
  return (
    <span className={large ? 'font-mono text-[26px]/8 font-semibold tracking-[0.06em] whitespace-nowrap' : 'mono font-semibold whitespace-nowrap'}>
      {formatCaseCode(code)}
    </span>
  )
}
