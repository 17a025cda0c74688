/** Questions that the articles answer in different ways; claims name those they take part in. */
export const DISPUTES = {
  'cm-pay': {
    fr: 'Combien gagne un community manager ?',
    en: 'What does a community manager earn?',
  },
  'cm-pay-month': {
    fr: 'Combien gagne un community manager par mois ? (deux réponses du même article)',
    en: 'What does a community manager earn a month? (two answers of one article)',
  },
  'smm-pay': {
    fr: 'Combien gagne un social media manager ?',
    en: 'What does a social media manager earn?',
  },
  'cm-strategy': {
    fr: 'Le community manager fait-il la stratégie ?',
    en: 'Does the community manager make the strategy?',
  },
  'cm-education': {
    fr: 'Quel niveau d’études pour un community manager ? (deux réponses du même article)',
    en: 'What education does a community manager need? (two answers of one article)',
  },
  'smm-time': {
    fr: 'À quoi un social media manager passe-t-il son temps ? (le texte et le tableau d’un même article)',
    en: 'How does a social media manager spend the time? (prose and table of one article)',
  },
  'cm-time': {
    fr: 'Combien de temps un community manager passe-t-il à échanger ?',
    en: 'How much time does a community manager spend talking?',
  },
  platforms: {
    fr: 'Quelles plateformes faut-il connaître ?',
    en: 'Which platforms must one know?',
  },
  'smm-animation': {
    fr: 'Le social media manager anime-t-il ?',
    en: 'Does the social media manager engage the community?',
  },
  reputation: {
    fr: 'À qui revient l’e-réputation ?',
    en: 'Who owns online reputation?',
  },
  awareness: {
    fr: 'À qui revient la notoriété ?',
    en: 'Whose aim is awareness?',
  },
  acquisition: {
    fr: 'À qui revient la conquête de clients ?',
    en: 'Whose aim is winning customers?',
  },
  'smm-education': {
    fr: 'Quel niveau d’études pour un social media manager ?',
    en: 'What education does a social media manager need?',
  },
  'small-firms': {
    fr: 'Que deviennent les deux métiers dans les petites entreprises ?',
    en: 'What becomes of the two jobs in small companies?',
  },
  planning: {
    fr: 'Qui planifie les publications ?',
    en: 'Who plans the posts?',
  },
} as const

/** Code of a question that articles disagree on. */
export type Dispute = keyof typeof DISPUTES
