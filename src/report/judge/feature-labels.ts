import type { Bilingual, Feature } from '../../domain/claim.ts'
import { parseFeatureCode } from '../../domain/feature.ts'
import { REGION_NAMES } from '../../domain/region.ts'
import { formatNumber } from '../render/language/format-figures.ts'
import { SKILL_LABELS } from './skill-labels.ts'

const bi = (fr: string, en: string): Bilingual => ({ fr, en })

const LABELS: Readonly<Record<string, Bilingual>> = {
  'mission:animation': bi('animer la communauté', 'engaging the community'),
  'mission:moderation': bi('modérer et répondre', 'moderating and replying'),
  'mission:publication': bi('publier et planifier', 'publishing and scheduling'),
  'mission:writing': bi('rédiger', 'writing'),
  'mission:visual': bi('créer des visuels', 'making visuals'),
  'mission:video': bi('créer des vidéos', 'making videos'),
  'mission:monitoring': bi('faire de la veille', 'monitoring the sector'),
  'mission:reputation': bi('veiller à l’e-réputation', 'looking after reputation'),
  'mission:newsletter': bi('gérer la newsletter', 'handling newsletters'),
  'mission:influence': bi('travailler avec des influenceurs', 'working with influencers'),
  'mission:performance': bi('suivre les performances', 'tracking performance'),
  'mission:strategy': bi('travailler à la stratégie', 'working on strategy'),
  'mission:budget': bi('gérer un budget', 'managing a budget'),
  'mission:advertising': bi('gérer la publicité en ligne', 'running online advertising'),
  'mission:team': bi('encadrer une équipe', 'leading people'),
  'mission:seo': bi('faire du référencement', 'doing SEO'),
  'mission:website': bi('gérer un site web', 'running a website'),
  'mission:event': bi('organiser des événements', 'organising events'),
  'mission:press': bi('gérer les relations presse', 'handling press relations'),
  'mission:ai': bi('utiliser l’IA', 'using AI'),
  'strategy:define': bi('définir la stratégie', 'defining the strategy'),
  'strategy:contribute': bi('contribuer à la stratégie', 'contributing to the strategy'),
  'platform:tiktok': bi('TikTok', 'TikTok'),
  'platform:linkedin': bi('LinkedIn', 'LinkedIn'),
  'platform:youtube': bi('YouTube', 'YouTube'),
  'platform:whatsapp': bi('WhatsApp', 'WhatsApp'),
  'tool:wordpress': bi('WordPress', 'WordPress'),
  'tool:linkedin-ads': bi('LinkedIn Ads', 'LinkedIn Ads'),
  'tool:chatgpt': bi('ChatGPT', 'ChatGPT'),
  'contract:cdi': bi('CDI', 'permanent contract'),
  'contract:cdd': bi('CDD', 'fixed-term contract'),
  'contract:stage': bi('stage', 'internship'),
  'contract:alternance': bi('alternance', 'apprenticeship'),
  'contract:freelance': bi('indépendant', 'freelance'),
  'contract:interim': bi('intérim', 'temporary work'),
  'contract:vie': bi('VIE', 'international volunteering (VIE)'),
  'contract:benevolat': bi('bénévolat', 'volunteering'),
  'contract:unknown': bi('contrat non précisé', 'contract not stated'),
  'title-role:cm': bi('intitulé de community manager', 'titled community manager'),
  'title-role:smm': bi('intitulé de social media manager', 'titled social media manager'),
  'title-role:hybrid': bi('double intitulé', 'titled as both'),
  'title-role:other': bi('autre intitulé', 'other title'),
  'reports-to:communication': bi('rattachement à la communication', 'reports to communication'),
  'reports-to:marketing': bi('rattachement au marketing', 'reports to marketing'),
  'reports-to:digital': bi('rattachement au digital', 'reports to digital'),
  'reports-to:direction': bi('rattachement à la direction générale', 'reports to general management'),
  'reports-to:other': bi('autre rattachement', 'reports elsewhere'),
  'role:cm': bi('contenu de community manager', 'content of a community manager'),
  'role:smm': bi('contenu de social media manager', 'content of a social media manager'),
  'role:hybrid': bi('contenu des deux métiers', 'content of both jobs'),
  'role:other': bi('contenu d’un autre métier', 'content of another job'),
  'employer-kind:brand': bi('entreprise ou marque', 'company or brand'),
  'employer-kind:agency': bi('agence', 'agency'),
  'employer-kind:school': bi('école', 'school'),
  'employer-kind:recruiter': bi('cabinet de recrutement', 'recruiter'),
  'employer-kind:public': bi('employeur public', 'public employer'),
  'employer-kind:unknown': bi('employeur de nature inconnue', 'kind of employer unknown'),
  'employer-size:tpe': bi('moins de 10 salariés', 'fewer than 10 employees'),
  'employer-size:pme': bi('10 à 249 salariés', '10 to 249 employees'),
  'employer-size:mid': bi('250 à 4 999 salariés', '250 to 4,999 employees'),
  'employer-size:large': bi('5 000 salariés ou plus', '5,000 employees or more'),
  'remote:none': bi('sur place', 'on site'),
  'remote:partial': bi('télétravail partiel', 'partly remote'),
  'remote:full': bi('télétravail complet', 'fully remote'),
  ...Object.fromEntries(Object.entries(REGION_NAMES).map(([code, name]) => [`region:${code}`, name])),
  'mismatch:yes': bi('titre et contenu en désaccord', 'title and content disagree'),
}
const BOUNDED: Readonly<Record<string, Bilingual>> = {
  experience: bi('expérience demandée', 'experience asked'),
  education: bi('niveau d’études demandé (années après le bac)', 'education asked (years after the bac)'),
  pay: bi('salaire affiché', 'advertised pay'),
  budget: bi('budget cité', 'budget named'),
  'weekly-hours': bi('durée hebdomadaire', 'weekly hours'),
  'day-rate': bi('tarif journalier', 'day rate'),
  'team-size': bi('équipe encadrée', 'people led'),
  contract: bi('contrat', 'contract'),
  'reports-to': bi('rattachement', 'reporting line'),
  'employer-size': bi('taille de l’employeur', 'size of the employer'),
  'employer-kind': bi('nature de l’employeur', 'kind of employer'),
  region: bi('région', 'region'),
  'study-field': bi('domaine d’études', 'field of study'),
}

/** What a feature is called in a sentence; `labels` may name terms of `profiles/` better than their code does. */
export function featureLabel(feature: Feature, labels: Readonly<Record<string, Bilingual>> = {}): Bilingual {
  if (typeof feature !== 'string') {
    if ('not' in feature) {
      const { fr, en } = featureLabel(feature.not, labels)
      return bi(`pas : ${fr}`, `not: ${en}`)
    }
    const every = 'all' in feature
    const parts = (every ? feature.all : feature.any).map((one) => featureLabel(one, labels))
    return bi(
      parts.map(({ fr }) => fr).join(every ? ' et ' : ' ou '),
      parts.map(({ en }) => en).join(every ? ' and ' : ' or '),
    )
  }
  const known = labels[feature] ?? LABELS[feature] ?? SKILL_LABELS[feature]
  if (known !== undefined) return known
  const atom = parseFeatureCode(feature)
  if (atom === null) return bi(feature, feature)
  switch (atom.kind) {
    case 'term':
    case 'code': {
      const name = atom.code.split('-').map(capitalise).join(' ')
      return bi(name, name)
    }
    case 'words': {
      const [, inTitle] = IN_TITLE.exec(atom.query) ?? []
      if (inTitle === undefined) return bi(`les mots « ${atom.query} »`, `the words “${atom.query}”`)
      return bi(`les mots « ${inTitle} » dans l’intitulé`, `the words “${inTitle}” in the title`)
    }
    case 'named': {
      const { fr, en } = BOUNDED[atom.list] ?? bi(atom.list, atom.list)
      return bi(`${fr} précisé`, `${en} stated`)
    }
    case 'bounds': {
      const { fr, en } = BOUNDED[atom.of] ?? bi(atom.of, atom.of)
      return bi(`${fr} ${describeBounds(atom, 'fr')}`, `${en} ${describeBounds(atom, 'en')}`)
    }
  }
}

/** A full-text query over the title alone, its words without what encloses them. */
const IN_TITLE = /^title : [("]?(.+?)[)"]?$/

function describeBounds(
  { from, to }: { readonly from: number | null; readonly to: number | null },
  lang: 'fr' | 'en',
): string {
  const figure = (value: number) => formatNumber(value, lang, 1)
  if (from !== null && to !== null) return from === to ? `= ${figure(from)}` : `${figure(from)}–${figure(to)}`
  return from === null ? `≤ ${figure(to ?? 0)}` : `≥ ${figure(from)}`
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
