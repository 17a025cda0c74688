/**
 * The closed list of caveats: limits of an estimate or verdict, attached by rule, each with one sentence in French
 * and in English.
 */
export const CAVEATS = {
  'stated-salaries-only': {
    fr: 'Seules les offres qui affichent un salaire sont comptées : ce sont des salaires proposés, pas des salaires versés.',
    en: 'Only ads that state pay are counted: these are salaries offered, not salaries paid.',
  },
  'asked-not-done': {
    fr: 'Les offres disent ce que les employeurs demandent, pas ce que les salariés font.',
    en: 'Ads say what employers ask for, not what people do.',
  },
  'role-from-content': {
    fr: 'Le métier est déduit du contenu de l’offre et non de son titre.',
    en: 'The role is read from the content of the ad, not from its title.',
  },
  'wide-claim': {
    fr: 'La fourchette annoncée est si large (plus du double) qu’elle est facile à confirmer.',
    en: 'The claimed range is so wide (more than double) that it is easily confirmed.',
  },
  'reader-error': {
    fr: 'La lecture automatique de cette information n’est pas assez fiable pour trancher.',
    en: 'The automatic reading of this item is not reliable enough to decide.',
  },
  'single-source': {
    fr: 'Toutes les offres viennent d’une seule source.',
    en: 'All ads come from one source.',
  },
  'unnamed-employers': {
    fr: 'Plus de 30 % des offres ne nomment pas leur employeur.',
    en: 'More than 30 % of the ads do not name their employer.',
  },
  'small-sample': {
    fr: 'L’échantillon est petit : l’intervalle est large.',
    en: 'The sample is small: the interval is wide.',
  },
  fragile: {
    fr: 'Le verdict change quand on retire une source, un employeur ou les agrégateurs.',
    en: 'The verdict changes when one source, one employer or the aggregators are left out.',
  },
  'converted-net': {
    fr: 'Le montant net de l’article a été converti en brut par un coefficient.',
    en: 'The net amount of the article was converted to gross by a factor.',
  },
  'basis-not-stated': {
    fr: 'L’article ne dit pas si le montant est brut ou net ; il est lu comme brut.',
    en: 'The article does not say whether the amount is gross or net; it is read as gross.',
  },
  'dated-claim': {
    fr: 'Le chiffre de l’article est ancien ; il est aussi montré en euros de la dernière année pleine de l’indice des prix.',
    en: 'The figure of the article is old; it is also shown in euros of the last full year of the price index.',
  },
  proxy: {
    fr: 'L’affirmation est jugée par un indicateur indirect, nommé à côté.',
    en: 'The claim is judged through an indirect measure, named beside it.',
  },
  'multiple-tests': {
    fr: 'Un verdict aussi net arrive parfois par hasard quand on juge autant d’affirmations ; il n’est pas retenu.',
    en: 'With this many claims judged, a verdict this clear happens by chance at times; it is not retained.',
  },
  'reader-uncorrected': {
    fr: 'La part est celle que lit le logiciel ; l’intervalle couvre ses erreurs de lecture au pire.',
    en: 'The share is the one the software reads; the interval covers its reading errors at their worst.',
  },
  'words-counted': {
    fr: 'Compté d’après la présence de mots dans l’offre.',
    en: 'Counted by the presence of words in the ad.',
  },
  'role-not-stated': {
    fr: 'L’article ne dit pas de quel métier il parle ; les deux sont réunis.',
    en: 'The article does not say which of the two jobs it means; both are pooled.',
  },
  'class-read-as': {
    fr: 'La catégorie de l’article n’est pas définie ; sa lecture est donnée à côté.',
    en: 'The article does not define its category; how it is read is given beside.',
  },
  'size-rarely-known': {
    fr: 'La taille de l’employeur n’est connue que pour une partie des offres.',
    en: 'The size of the employer is known for part of the ads only.',
  },
  'coverage-gap': {
    fr: 'Trop de sources n’ont pas été lues en entier ces derniers jours pour juger.',
    en: 'Too many sources were not read completely of late to judge.',
  },
  'sample-data': {
    fr: 'Marché fictif livré avec le logiciel : ce n’est pas le marché réel.',
    en: 'Sample market shipped with the software: this is not the real market.',
  },
} as const

/** Code of a caveat. */
export type Caveat = keyof typeof CAVEATS
