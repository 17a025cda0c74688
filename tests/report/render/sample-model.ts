import { CAVEATS, type Caveat } from '../../../src/domain/caveat.ts'
import type { Claim } from '../../../src/domain/claim.ts'
import { ROLES, type Role } from '../../../src/domain/role.ts'
import { type Estimate, VERDICTS, type Verdict } from '../../../src/domain/verdict.ts'
import type {
  AdLine,
  ClaimVerdict,
  PayDistribution,
  ReportModel,
  ShareTable,
} from '../../../src/report/report-model.ts'

/** Numbers from 0 to 1, the same at every run. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const both = (fr: string, en: string) => ({ fr, en })

function estimate(unit: Estimate['unit'], value: number, half: number, n = 214): Estimate {
  return {
    unit,
    value,
    low: value - half,
    high: value + half * 1.1,
    nVacancies: n,
    nEmployers: Math.round(n * 0.7),
    nPostings: Math.round(n * 1.2),
    shareMissing: unit === 'share' ? 0 : 0.58,
  }
}

type Theme = Claim['theme']
type Sketch = readonly [
  id: string,
  theme: Theme,
  fr: string,
  en: string,
  verdict: Verdict,
  estimate: Estimate | null,
  low: number | null,
  high: number | null,
]

const SKETCHES: readonly Sketch[] = [
  [
    'A-pay-cm',
    'pay',
    'Un CM gagne de 24 000 à 35 000 € brut par an.',
    'A CM earns €24,000 to €35,000 gross a year.',
    'supported',
    estimate('eur-year', 29_600, 900),
    24_000,
    35_000,
  ],
  [
    'A-pay-smm',
    'pay',
    'Un SMM gagne de 50 000 à 80 000 € brut par an.',
    'An SMM earns €50,000 to €80,000 gross a year.',
    'overstated',
    estimate('eur-year', 37_800, 1_400, 96),
    50_000,
    80_000,
  ],
  [
    'A-pay-double',
    'pay',
    'Le salaire d’entrée d’un SMM est le double de celui d’un CM.',
    'An SMM starts at twice the pay of a CM.',
    'overstated',
    estimate('ratio', 1.24, 0.08),
    1.8,
    2.2,
  ],
  [
    'B-pay-cm',
    'pay',
    'Dans les faits, un CM touche 24 à 30 k€ brut par an.',
    'A CM really gets €24k to €30k gross a year.',
    'inconclusive',
    estimate('eur-year', 29_600, 900),
    24_000,
    30_000,
  ],
  [
    'B-pay-survey',
    'pay',
    'La grille d’un cabinet de recrutement est bien au-dessus de la réalité.',
    'A recruiter’s table lies well above reality.',
    'not_testable',
    null,
    null,
    null,
  ],
  [
    'C-pay-order',
    'pay',
    'Le CM est moins payé que le SMM.',
    'The CM is paid less than the SMM.',
    'supported',
    estimate('eur-year', 6_400, 1_700),
    0,
    null,
  ],
  [
    'C-pay-cm-5-9',
    'pay',
    'Avec 5 à 9 ans de métier, un CM gagne 29 000 € brut en moyenne.',
    'With 5 to 9 years, a CM earns €29,000 gross on average.',
    'insufficient_data',
    null,
    null,
    null,
  ],
  [
    'C-pay-smm-10',
    'pay',
    'Après dix ans, un SMM peut dépasser 60 000 €.',
    'After ten years an SMM can exceed €60,000.',
    'inconclusive',
    estimate('share', 0.031, 0.022, 41),
    0.05,
    null,
  ],
  [
    'C-pay-cm-net',
    'pay',
    'Un CM salarié gagne 1 400 à 1 800 € net par mois.',
    'A salaried CM earns €1,400 to €1,800 net a month.',
    'understated',
    estimate('eur-year', 29_600, 900),
    21_500,
    27_700,
  ],
  [
    'C-pay-smm-mean',
    'pay',
    'Le SMM gagne en moyenne 28 000 € brut par an.',
    'The SMM earns €28,000 gross a year on average.',
    'understated',
    estimate('eur-year', 38_900, 1_500, 96),
    26_600,
    29_400,
  ],
  [
    'C-pay-day',
    'pay',
    'Un CM indépendant facture 300 à 450 € la journée.',
    'A freelance CM charges €300 to €450 a day.',
    'insufficient_data',
    null,
    null,
    null,
  ],
  [
    'E-pay-senior',
    'pay',
    'Un SMM confirmé gagne 60 à 70 k€.',
    'A senior SMM earns €60k to €70k.',
    'overstated',
    estimate('eur-year', 46_200, 3_900, 24),
    60_000,
    70_000,
  ],
  [
    'A-core-animation',
    'missions',
    'L’animation des communautés est le cœur du métier de CM.',
    'Community engagement is the core of the CM’s job.',
    'supported',
    estimate('share', 0.81, 0.05),
    0.5,
    null,
  ],
  [
    'A-strategy',
    'missions',
    'La stratégie revient au SMM.',
    'Strategy belongs to the SMM.',
    'supported',
    estimate('points', 0.31, 0.11),
    0,
    null,
  ],
  [
    'A-strategy-cm',
    'missions',
    'Le CM touche rarement à la stratégie.',
    'The CM rarely touches strategy.',
    'contradicted',
    estimate('share', 0.38, 0.07),
    null,
    0.2,
  ],
  [
    'A-smm-no-animation',
    'missions',
    'Le SMM anime peu ou pas.',
    'The SMM animates little or not at all.',
    'contradicted',
    estimate('share', 0.54, 0.1, 96),
    null,
    0.2,
  ],
  [
    'A-smm-supervises',
    'missions',
    'Le SMM encadre les CM.',
    'The SMM supervises CMs.',
    'inconclusive',
    estimate('share', 0.29, 0.09, 96),
    0.33,
    null,
  ],
  [
    'B-moderation',
    'missions',
    'La modération fait partie des missions du CM.',
    'Moderation is one of the CM’s duties.',
    'supported',
    estimate('share', 0.57, 0.06),
    0.33,
    null,
  ],
  [
    'C-animation-93',
    'missions',
    '93 % des CM animent des communautés.',
    '93% of CMs animate communities.',
    'inconclusive',
    estimate('share', 0.81, 0.05),
    0.83,
    1,
  ],
  [
    'C-writing-85',
    'missions',
    '85 % des CM rédigent.',
    '85% of CMs write.',
    'supported',
    estimate('share', 0.87, 0.04),
    0.75,
    0.95,
  ],
  [
    'C-video-65',
    'missions',
    '65 % des CM font de la vidéo.',
    '65% of CMs make videos.',
    'supported',
    estimate('share', 0.66, 0.06),
    0.55,
    0.75,
  ],
  [
    'C-ads-24',
    'missions',
    '24 % des CM s’occupent de publicité en ligne.',
    '24% of CMs handle online ads.',
    'understated',
    estimate('share', 0.43, 0.07),
    0.14,
    0.34,
  ],
  [
    'C-newsletter-43',
    'missions',
    '43 % des CM envoient des newsletters.',
    '43% of CMs send newsletters.',
    'inconclusive',
    estimate('share', 0.36, 0.07),
    0.33,
    0.53,
  ],
  [
    'C-smm-budget',
    'missions',
    'Le SMM gère le budget publicitaire.',
    'The SMM runs the ad budget.',
    'inconclusive',
    estimate('share', 0.34, 0.1, 96),
    0.33,
    null,
  ],
  [
    'E-team',
    'missions',
    'Le SMM dirige une équipe de CM.',
    'The SMM leads a team of CMs.',
    'inconclusive',
    estimate('share', 0.29, 0.09, 96),
    0.33,
    null,
  ],
  [
    'B-soft',
    'skills',
    'Créatif, organisé, réactif : trois qualités presque indispensables.',
    'Creative, organised, reactive: three near indispensable qualities.',
    'overstated',
    estimate('share', 0.22, 0.05),
    0.5,
    null,
  ],
  [
    'D-soft',
    'skills',
    'On demande plus de rigueur d’analyse au SMM qu’au CM.',
    'An analytical mind is asked more of the SMM than of the CM.',
    'supported',
    estimate('points', 0.18, 0.1),
    0,
    null,
  ],
  [
    'B-twelve',
    'skills',
    'Il est difficile de trouver une personne qui ait les douze compétences.',
    'A person with all twelve skills is hard to find.',
    'not_testable',
    null,
    null,
    null,
  ],
  [
    'B-networks',
    'tools',
    'Facebook vient en premier parmi les réseaux.',
    'Facebook comes first among networks.',
    'contradicted',
    estimate('rank', 3, 0.6),
    1,
    1,
  ],
  [
    'C-tools',
    'tools',
    'Le SMM se sert de Google Analytics et de Hootsuite.',
    'The SMM uses Google Analytics and Hootsuite.',
    'inconclusive',
    estimate('share', 0.31, 0.09, 96),
    0.33,
    null,
  ],
  [
    'C-khoros',
    'tools',
    'Le CM emploie un logiciel de communauté comme Khoros.',
    'The CM uses community software such as Khoros.',
    'overstated',
    estimate('share', 0.004, 0.003),
    0.05,
    null,
  ],
  [
    'D-canva-adobe',
    'tools',
    'Dans certaines entreprises, le CM crée ses visuels avec Canva ou Adobe.',
    'In some companies the CM makes visuals with Canva or Adobe.',
    'supported',
    estimate('share', 0.41, 0.06),
    0.05,
    null,
  ],
  [
    'A-confusion',
    'confusion',
    'Les deux titres sont pris l’un pour l’autre.',
    'The two titles are mistaken for each other.',
    'supported',
    estimate('share', 0.27, 0.05),
    0.05,
    null,
  ],
  [
    'E-pay-as-cm',
    'confusion',
    'Un titre de SMM peut cacher un poste et un salaire de CM.',
    'An SMM title can hide a CM’s job at a CM’s pay.',
    'insufficient_data',
    null,
    null,
    null,
  ],
  [
    'D-merged-small',
    'confusion',
    'Dans les petites structures, les deux métiers n’en font qu’un.',
    'In small companies the two jobs are one.',
    'inconclusive',
    estimate('points', 0.07, 0.12),
    0,
    null,
  ],
  [
    'B-contract',
    'contract',
    'Le CDI est rare pour un CM.',
    'Permanent contracts are rare for a CM.',
    'contradicted',
    estimate('share', 0.52, 0.06),
    null,
    0.2,
  ],
  [
    'C-35h',
    'contract',
    'Le CM salarié fait 35 heures.',
    'The salaried CM works 35 hours.',
    'supported',
    estimate('share', 0.72, 0.08),
    0.5,
    null,
  ],
  [
    'C-education-cm',
    'education',
    'Le CM a un bac+3 à bac+5.',
    'The CM holds three to five years after the bac.',
    'supported',
    estimate('years', 3.6, 0.3),
    3,
    5,
  ],
  [
    'E-education-smm',
    'education',
    'Le SMM a un bac+5.',
    'The SMM holds five years after the bac.',
    'inconclusive',
    estimate('share', 0.53, 0.12, 71),
    0.5,
    null,
  ],
  [
    'B-next-3-5',
    'education',
    'On devient SMM après 3 à 5 ans.',
    'One becomes an SMM after 3 to 5 years.',
    'supported',
    estimate('years', 3.4, 0.3, 96),
    3,
    5,
  ],
  [
    'E-large',
    'employer',
    'Les postes de SMM se trouvent dans les grandes entreprises.',
    'SMM jobs are in large companies.',
    'insufficient_data',
    null,
    null,
    null,
  ],
  [
    'B-agency',
    'employer',
    'Les CM travaillent en agence ou chez l’annonceur.',
    'CMs work in agencies or for brands.',
    'supported',
    estimate('share', 0.93, 0.03),
    0.5,
    null,
  ],
  [
    'C-half-cm',
    'market',
    '51 % des professionnels des réseaux sociaux sont CM.',
    '51% of social network professionals are CMs.',
    'understated',
    estimate('share', 0.66, 0.03),
    0.41,
    0.61,
  ],
  [
    'C-people',
    'market',
    'Deux CM sur trois sont des femmes.',
    'Two CMs in three are women.',
    'not_testable',
    null,
    null,
    null,
  ],
]

const SENTENCES: Readonly<Record<Verdict, readonly [string, string]>> = {
  supported: [
    'Les offres vont dans ce sens : l’intervalle tombe tout entier dans ce qui est avancé.',
    'The ads agree: the whole interval falls inside what is claimed.',
  ],
  overstated: ['Les offres restent en dessous du chiffre avancé.', 'The ads stay below the figure claimed.'],
  understated: ['Les offres dépassent le chiffre avancé.', 'The ads exceed the figure claimed.'],
  contradicted: ['Les offres montrent le contraire.', 'The ads show the opposite.'],
  inconclusive: [
    'Les offres ne permettent pas de trancher : l’intervalle est à cheval.',
    'The ads do not decide: the interval straddles the limit.',
  ],
  insufficient_data: [
    'Moins de vingt postes affichent ce qu’il faudrait pour juger.',
    'Fewer than twenty vacancies state what is needed.',
  ],
  not_testable: ['Les offres d’emploi n’en disent rien.', 'Job ads say nothing about it.'],
}

const AGAINST: Readonly<Record<string, readonly string[]>> = {
  'A-pay-cm': ['B-pay-cm', 'C-pay-cm-net'],
  'A-pay-smm': ['C-pay-smm-mean', 'E-pay-senior'],
  'A-smm-supervises': ['E-team'],
}

function claimVerdict(
  [id, theme, fr, en, verdict, measured, low, high]: Sketch,
  index: number,
  ids: readonly string[],
): ClaimVerdict {
  const caveats: Caveat[] =
    theme === 'pay' ? ['stated-salaries-only'] : verdict === 'inconclusive' ? ['asked-not-done'] : []
  const claim: Claim = {
    id,
    article: id.slice(0, 1),
    statement: both(fr, en),
    theme,
    against: AGAINST[id] ?? [],
    test:
      verdict === 'not_testable'
        ? {
            testable: 'no',
            reason: both(
              'Une offre ne parle que du poste proposé, pas des personnes en place.',
              'An ad speaks of the post offered, not of people in post.',
            ),
          }
        : {
            testable: theme === 'pay' ? 'proxy' : 'yes',
            proxy: theme === 'pay' ? both('Salaire affiché dans les offres.', 'Pay stated in ads.') : null,
            direction: 'equal',
            population: { role: 'cm' },
            measure: { kind: 'share', of: 'mission:animation' },
            comparator: { kind: 'at-least', value: 0.5 },
            minVacancies: 30,
            minEmployers: 15,
            caveats: [],
          },
  }
  const [sentenceFr, sentenceEn] = SENTENCES[verdict]
  return {
    claim,
    verdict,
    sentence: both(sentenceFr, sentenceEn),
    estimate: measured,
    band: low === null && high === null ? null : { low, high },
    caveats,
    fragile: index % 9 === 4 && measured !== null,
    variants:
      measured === null
        ? []
        : [
            { name: 'content-role', verdict, estimate: { ...measured, value: measured.value * 1.02 } },
            { name: 'without-biggest-employer', verdict, estimate: measured },
          ],
    inConstantEuros: id === 'A-pay-cm' ? { low: 29_800, high: 43_400, year: 2026 } : null,
    adIds: measured === null ? [] : ids,
    adCount: measured === null ? 0 : measured.nVacancies,
  }
}

const MISSION_LABELS: readonly (readonly [string, string, string])[] = [
  ['animation', 'Animer la communauté', 'Animating the community'],
  ['moderation', 'Modérer et répondre', 'Moderating and answering'],
  ['publication', 'Publier et planifier', 'Publishing and planning'],
  ['writing', 'Rédiger', 'Writing'],
  ['visual', 'Créer des visuels', 'Making visuals'],
  ['video', 'Tourner et monter des vidéos', 'Shooting and editing videos'],
  ['monitoring', 'Faire de la veille', 'Monitoring'],
  [
    'reputation',
    'Veiller à l’e-réputation de la marque et de ses dirigeants',
    'Guarding the reputation of the brand and its managers',
  ],
  ['performance', 'Mesurer les performances', 'Measuring performance'],
  ['strategy', 'Définir la stratégie', 'Defining strategy'],
  ['budget', 'Gérer un budget', 'Running a budget'],
  ['advertising', 'Acheter de la publicité', 'Buying ads'],
  ['team', 'Encadrer une équipe', 'Leading a team'],
  ['ai', 'Se servir de l’intelligence artificielle', 'Using artificial intelligence'],
]

function shareTable(
  id: string,
  fr: string,
  en: string,
  labels: readonly (readonly [string, string, string])[],
  seed: number,
): ShareTable {
  const random = generator(seed)
  const share = (half: number) => {
    const value = 0.05 + random() * 0.8
    return { ...estimate('share', value, half), low: Math.max(0, value - half), high: Math.min(1, value + half) }
  }
  return {
    id,
    title: both(fr, en),
    rows: labels.map(([code, labelFr, labelEn], index) => ({
      code,
      label: both(labelFr, labelEn),
      cells: [
        { role: 'cm', estimate: share(0.06) },
        { role: 'smm', estimate: index === 5 ? null : share(0.1) },
      ],
      claimed:
        code === 'animation'
          ? [{ claimId: 'C-animation-93', role: 'cm', share: 0.93 }]
          : code === 'video'
            ? [{ claimId: 'C-video-65', role: 'cm', share: 0.65 }]
            : [],
    })),
  }
}

function payGroup(
  role: Role,
  fr: string,
  en: string,
  centre: number,
  n: number,
  claimed: PayDistribution['claimed'],
): PayDistribution {
  const random = generator(centre)
  const values = Array.from(
    { length: n },
    () => Math.round((centre + (random() + random() + random() - 1.5) * 14_000) / 500) * 500,
  ).sort((a, b) => a - b)
  const at = (share: number) => values[Math.floor(share * (n - 1))] ?? 0
  return {
    group: both(fr, en),
    role,
    n,
    nEmployers: Math.round(n * 0.8),
    shareMissing: 0.58,
    q25: estimate('eur-year', at(0.25), 800, n),
    median: estimate('eur-year', at(0.5), 900, n),
    q75: estimate('eur-year', at(0.75), 1_100, n),
    mean: estimate('eur-year', values.reduce((sum, value) => sum + value, 0) / n, 850, n),
    values,
    claimed,
  }
}

function ad(index: number): AdLine {
  const text = `Vous animez nos communautés sur Instagram et LinkedIn, rédigez les publications et suivez les résultats (fiche ${index}).`
  const mark = (reading: string, words: string) => ({
    reading,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  })
  return {
    id: `demo-${index}`,
    title: index % 3 === 0 ? `Social media manager H/F n° ${index}` : `Community manager F/H n° ${index}`,
    employer: index % 7 === 0 ? null : `Maison ${index}`,
    place: ['Paris', 'Lyon', 'Nantes', 'Saint-Denis (La Réunion)'][index % 4] ?? null,
    url: `https://emploi.example/annonces/${index}`,
    source: 'Agence publique',
    firstSeenOn: '2026-09-14',
    role: index % 4 === 0 ? 'hybrid' : 'cm',
    titleRole: index % 3 === 0 ? 'smm' : 'cm',
    pay: index % 2 === 0 ? '28 000 – 32 000 € brut/an' : null,
    excerpts: [
      {
        text,
        marks: [
          mark('mission:animation', 'animez nos communautés'),
          mark('mission:writing', 'rédigez les publications'),
        ],
      },
    ],
  }
}

const EMPTY_ROLES: Readonly<Record<Role, number>> = { cm: 0, smm: 0, hybrid: 0, other: 0 }

/** A rich report, made up: every verdict, pay, shares, flow, trend, changes, sources, a funnel that balances. */
export function sampleModel(adCount = 60): ReportModel {
  const ads = Array.from({ length: adCount }, (_, index) => ad(index + 1))
  const verdicts = SKETCHES.map((sketch, index) =>
    claimVerdict(
      sketch,
      index,
      ads
        .filter((_, place) => (place + index) % 3 === 0)
        .map(({ id }) => id)
        .slice(0, 200),
    ),
  )
  return {
    schemaVersion: 1,
    snapshotId: '2026-11-20',
    asOfDate: '2026-11-20',
    windowFrom: '2025-11-20',
    sampleData: true,
    versions: { vigie: '0.1.0', lexicon: '2026.11', claims: '2026.11', model: '3' },
    totals: {
      postings: 1_412,
      vacancies: 1_031,
      vacanciesInWindow: 842,
      liveOnDay: 203,
      employers: 467,
      byTitleRole: { cm: 512, smm: 198, hybrid: 61, other: 71 },
      byRole: { cm: 431, smm: 176, hybrid: 148, other: 87 },
      withPay: 352,
      withoutDate: 17,
    },
    headlines: [
      both(
        'Sur 214 postes de community manager avec salaire, la médiane affichée est de 29 600 € brut par an (28 700 à 30 600 €).',
        'On 214 community manager vacancies with pay, the median offered is €29,600 gross a year (€28,700 to €30,600).',
      ),
      both(
        '38 % des offres de community manager demandent de définir la stratégie : un article dit que c’est rare.',
        '38% of community manager ads ask to define strategy: one article calls that rare.',
      ),
      both(
        'Un social media manager se voit proposer 24 % de plus qu’un community manager, pas le double.',
        'A social media manager is offered 24% more than a community manager, not twice as much.',
      ),
      both(
        'Un titre sur quatre annonce un autre métier que celui que décrivent les missions.',
        'One title in four names another job than the duties describe.',
      ),
    ],
    articles: [
      {
        id: 'A',
        title: 'Deux métiers que l’on confond',
        author: 'A. Durand',
        publisher: 'Un blog',
        url: 'https://blog.example/a',
        datePublished: '2013-02-28',
        eurosOfYear: 2013,
      },
      {
        id: 'B',
        title: 'Guide du métier',
        author: null,
        publisher: 'Un guide des métiers',
        url: 'https://guide.example/b',
        datePublished: '2017-05',
        eurosOfYear: 2017,
      },
      {
        id: 'C',
        title: 'Étude du quotidien',
        author: null,
        publisher: 'Un éditeur de logiciels',
        url: null,
        datePublished: null,
        eurosOfYear: null,
      },
      {
        id: 'D',
        title: 'Comparatif des deux postes',
        author: null,
        publisher: 'Une école',
        url: null,
        datePublished: null,
        eurosOfYear: null,
      },
      {
        id: 'E',
        title: 'Fiche métier',
        author: null,
        publisher: 'Un site d’emploi',
        url: null,
        datePublished: null,
        eurosOfYear: null,
      },
    ],
    verdicts,
    contradictions: [
      {
        topic: both('Combien gagne un CM ?', 'What does a CM earn?'),
        claimIds: ['A-pay-cm', 'B-pay-cm', 'C-pay-cm-net'],
      },
      {
        topic: both('Combien gagne un SMM ?', 'What does an SMM earn?'),
        claimIds: ['A-pay-smm', 'C-pay-smm-mean', 'E-pay-senior'],
      },
      { topic: both('Le SMM encadre-t-il ?', 'Does the SMM lead a team?'), claimIds: ['A-smm-supervises', 'E-team'] },
    ],
    pay: [
      payGroup('cm', 'Community managers', 'Community managers', 30_000, 214, [
        { claimId: 'A-pay-cm', low: 24_000, high: 35_000 },
        { claimId: 'B-pay-cm', low: 24_000, high: 30_000 },
        { claimId: 'C-pay-cm-net', low: 21_500, high: 27_700 },
      ]),
      payGroup('smm', 'Social media managers', 'Social media managers', 38_500, 96, [
        { claimId: 'A-pay-smm', low: 50_000, high: 80_000 },
        { claimId: 'C-pay-smm-mean', low: 28_000, high: 28_000 },
        { claimId: 'E-pay-senior', low: 60_000, high: 70_000 },
      ]),
    ],
    shareTables: [
      shareTable('missions', 'Missions', 'Duties', MISSION_LABELS, 7),
      shareTable(
        'platforms',
        'Plateformes nommées',
        'Platforms named',
        [
          ['instagram', 'Instagram', 'Instagram'],
          ['linkedin', 'LinkedIn', 'LinkedIn'],
          ['facebook', 'Facebook', 'Facebook'],
          ['tiktok', 'TikTok', 'TikTok'],
          ['youtube', 'YouTube', 'YouTube'],
          ['x', 'X (Twitter)', 'X (Twitter)'],
        ],
        11,
      ),
      shareTable(
        'tools',
        'Outils',
        'Tools',
        [
          ['canva', 'Canva', 'Canva'],
          ['photoshop', 'Photoshop', 'Photoshop'],
          ['meta', 'Meta Business Suite', 'Meta Business Suite'],
          ['hootsuite', 'Hootsuite', 'Hootsuite'],
        ],
        13,
      ),
      shareTable(
        'contract',
        'Contrat',
        'Contract',
        [
          ['cdi', 'CDI', 'Permanent'],
          ['cdd', 'CDD', 'Fixed term'],
          ['alternance', 'Alternance', 'Apprenticeship'],
          ['stage', 'Stage', 'Internship'],
          ['freelance', 'Indépendant', 'Freelance'],
        ],
        17,
      ),
      shareTable(
        'region',
        'Régions',
        'Regions',
        [
          ['11', 'Île-de-France', 'Île-de-France'],
          ['84', 'Auvergne-Rhône-Alpes', 'Auvergne-Rhône-Alpes'],
          ['93', 'Provence-Alpes-Côte d’Azur', 'Provence-Alpes-Côte d’Azur'],
          ['53', 'Bretagne', 'Brittany'],
        ],
        19,
      ),
    ],
    titleByContent: ROLES.flatMap((titleRole, row) =>
      ROLES.map((role, column) => ({
        titleRole,
        role,
        vacancies:
          ([
            [380, 32, 84, 16],
            [41, 128, 24, 5],
            [8, 12, 38, 3],
            [2, 4, 2, 63],
          ][row] ?? [])[column] ?? 0,
      })),
    ),
    trend: ['2026-09-20', '2026-10-20', '2026-11-20'].map((day, index) => ({
      snapshotId: day,
      asOfDate: day,
      vacancies: 760 + index * 41,
      cm: 470 + index * 21,
      smm: 178 + index * 10,
      medianPayCm: 29_100 + index * 250,
      medianPaySmm: index === 0 ? null : 37_500 + index * 150,
    })),
    changes: [
      { claimId: 'C-video-65', from: 'inconclusive', to: 'supported', because: 'market' },
      { claimId: 'B-soft', from: 'inconclusive', to: 'overstated', because: 'method' },
    ],
    sources: [
      {
        sourceId: 'agence-publique',
        name: 'Agence publique',
        kind: 'public-service',
        permission: 'Interface ouverte, licence de réutilisation.',
        lastRunAt: '2026-11-20T02:10:00Z',
        outcome: 'complete',
        explanation: null,
        postings: 812,
        postingsNew: 23,
        postingsGone: 31,
      },
      {
        sourceId: 'carrieres',
        name: 'Site carrières',
        kind: 'employer',
        permission: 'Plan de site public, robots.txt ouvert.',
        lastRunAt: '2026-11-20T02:40:00Z',
        outcome: 'throttled',
        explanation:
          'Le site a demandé d’attendre cinq fois de suite ; la file est gardée, la prochaine nuit reprend là.',
        postings: 143,
        postingsNew: 2,
        postingsGone: 0,
      },
      {
        sourceId: 'flux',
        name: 'Flux d’un agrégateur',
        kind: 'aggregator',
        permission: 'Flux publié pour être lu.',
        lastRunAt: null,
        outcome: null,
        explanation: null,
        postings: 0,
        postingsNew: 0,
        postingsGone: 0,
      },
    ],
    funnel: [
      { stage: 'fetched', in: 1_630, out: 1_588, skipped: { 'not-modified': 30, robots: 12 } },
      { stage: 'parsed', in: 1_588, out: 1_471, skipped: { expired: 40, 'no-title': 77 } },
      { stage: 'kept', in: 1_471, out: 1_412, skipped: { 'outside-market': 59 } },
      { stage: 'unique', in: 1_412, out: 1_031, skipped: { duplicate: 381 } },
      {
        stage: 'classified',
        in: 1_031,
        out: 842,
        skipped: { 'other-country': 24, 'no-date': 17, 'before-window': 148 },
      },
    ],
    accuracy: [
      { reading: 'role', n: 300, precision: 0.91, recall: 0.89 },
      { reading: 'salary', n: 280, precision: 0.985, recall: 0.93 },
      { reading: 'mission:animation', n: 300, precision: 0.94, recall: 0.9 },
      { reading: 'mission:ai', n: 300, precision: null, recall: null },
    ],
    ads,
  }
}

/** The report of a database without anything in it. */
export function emptyModel(): ReportModel {
  const rich = sampleModel(0)
  return {
    ...rich,
    sampleData: false,
    totals: {
      postings: 0,
      vacancies: 0,
      vacanciesInWindow: 0,
      liveOnDay: 0,
      employers: 0,
      byTitleRole: EMPTY_ROLES,
      byRole: EMPTY_ROLES,
      withPay: 0,
      withoutDate: 0,
    },
    headlines: [],
    verdicts: rich.verdicts.map((line) => ({
      ...line,
      verdict: line.verdict === 'not_testable' ? 'not_testable' : 'insufficient_data',
      estimate: null,
      variants: [],
      fragile: false,
      inConstantEuros: null,
      adIds: [],
      adCount: 0,
    })),
    pay: [],
    shareTables: [],
    titleByContent: [],
    trend: [],
    changes: [],
    sources: [],
    funnel: [],
    accuracy: [],
    ads: [],
  }
}

/** Strings an ad may hold to break out of the page or to run in it. */
export const HOSTILE_STRINGS: readonly string[] = [
  '<script>window.__ran = 1</script>',
  '</style><script>window.__ran = 1</script>',
  '</title></head><body onload="window.__ran = 1">',
  '"><img src=x onerror="window.__ran = 1">',
  "' onmouseover='window.__ran = 1",
  '<svg onload=window.__ran=1>',
  '<!-- --><![CDATA[ ]]>',
  '\u202Eerèitrap al edneV\u202D\u2066 retourné',
  'مدير مجتمع \u200f(CM)\u200f',
  'M'.repeat(10_000),
  '| cellule | de plus |\n| --- | --- |\n# Titre\n[clic](javascript:window.__ran=1) ![i](https://e.example/x.png) `code` **gras**',
  '=HYPERLINK("https://e.example","clic")',
  '\u0000\u0007\ud800 fin',
  '&lt;b&gt; &#x3C;script&#x3E;',
  '$&$1$`{{7*7}}<%= 7*7 %>',
]

/** The rich report with ads, employers and sources that try to break it. */
export function hostileModel(): ReportModel {
  const rich = sampleModel(HOSTILE_STRINGS.length * 2)
  const nasty = (index: number) => HOSTILE_STRINGS[index % HOSTILE_STRINGS.length] ?? ''
  return {
    ...rich,
    ads: rich.ads.map((line, index) => ({
      ...line,
      title: nasty(index),
      employer: nasty(index + 1),
      place: nasty(index + 2),
      url:
        index % 2 === 0 ? 'javascript:window.__ran=1' : `https://e.example/"><script>window.__ran=1</script>${index}`,
      source: nasty(index + 3),
      pay: nasty(index + 4),
      excerpts: [
        {
          text: nasty(index + 5),
          marks: [
            { reading: nasty(index), start: 0, end: 12 },
            { reading: 'x', start: 6, end: 9_999 },
          ],
        },
      ],
    })),
    sources: rich.sources.map((source, index) => ({
      ...source,
      name: nasty(index),
      permission: nasty(index + 3),
      explanation: nasty(index + 9),
    })),
    shareTables: rich.shareTables.map((table) => ({
      ...table,
      rows: table.rows.map((row, index) => ({ ...row, label: both(nasty(index), nasty(index)) })),
    })),
    articles: rich.articles.map((article, index) => ({
      ...article,
      title: nasty(index + 2),
      author: nasty(index),
      url: 'javascript:window.__ran=1',
    })),
    funnel: rich.funnel.map((line, index) => ({ ...line, stage: nasty(index) })),
    accuracy: rich.accuracy.map((line, index) => ({ ...line, reading: nasty(index) })),
    headlines: HOSTILE_STRINGS.map((text) => both(text, text)),
    versions: Object.fromEntries(HOSTILE_STRINGS.map((text, index) => [`part-${index}`, text])),
  }
}

/** Every verdict and every caveat, so that a test can see that none is missing. */
export const EVERY = { verdicts: VERDICTS, caveats: Object.keys(CAVEATS) as readonly Caveat[] } as const
