import type { Bilingual, Population } from '../../domain/claim.ts'
import type { Role } from '../../domain/role.ts'

const ROLE_LABELS: Readonly<Record<Role, Bilingual>> = {
  cm: { fr: 'community manager', en: 'community manager' },
  smm: { fr: 'social media manager', en: 'social media manager' },
  hybrid: { fr: 'poste au double intitulé', en: 'job titled as both' },
  other: { fr: 'autre métier', en: 'other job' },
}

/** The vacancies of a population in a sentence: "offres de community manager". */
export function populationLabel({ role, basis, contracts }: Population): Bilingual {
  const roles = role === undefined ? [] : typeof role === 'string' ? [role] : role
  const fr = roles.map((one) => ROLE_LABELS[one].fr).join(' ou ')
  const en = roles.map((one) => ROLE_LABELS[one].en).join(' or ')
  const content = basis === 'content'
  const freelance = contracts !== undefined && contracts !== 'any' && contracts.every((one) => one === 'freelance')
  return {
    fr: `${freelance ? 'offres en indépendant' : 'offres'}${fr === '' ? '' : ` de ${fr}`}${content ? ' (d’après leur contenu)' : ''}`,
    en: `${freelance ? 'freelance ' : ''}${en === '' ? '' : `${en} `}ads${content ? ' (by content)' : ''}`,
  }
}
