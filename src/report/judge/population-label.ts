import type { Bilingual, Population } from '../../domain/claim.ts'
import type { Role } from '../../domain/role.ts'

const ROLE_LABELS: Readonly<Record<Role, Bilingual>> = {
  cm: { fr: 'community manager', en: 'community manager' },
  smm: { fr: 'social media manager', en: 'social media manager' },
  hybrid: { fr: 'double intitulé', en: 'job titled as both' },
  other: { fr: 'métier voisin', en: 'neighbouring job' },
}

/** The vacancies of a population in a sentence: "offres de community manager"; in the singular for fewer than two. */
export function populationLabel({ role, basis, contracts, where }: Population, count = 2): Bilingual {
  const roles = role === undefined ? [] : typeof role === 'string' ? [role] : role
  const fr = roles.map((one) => ROLE_LABELS[one].fr).join(' ou ')
  const en = roles.map((one) => ROLE_LABELS[one].en).join(' or ')
  const content = basis === 'content'
  const freelance = contracts !== undefined && contracts !== 'any' && contracts.every((one) => one === 'freelance')
  const part = where !== undefined
  const frenchAd = count < 2 ? 'offre' : 'offres'
  const englishAd = count === 1 ? 'ad' : 'ads'
  return {
    fr: `${frenchAd}${freelance ? ' en indépendant' : ''}${fr === '' ? '' : ` de ${fr}`}${content ? ' (d’après leur contenu)' : ''}${part ? ' de la catégorie visée' : ''}`,
    en: `${freelance ? 'freelance ' : ''}${en === '' ? '' : `${en} `}${englishAd}${content ? ' (by content)' : ''}${part ? ' of the kind meant' : ''}`,
  }
}
