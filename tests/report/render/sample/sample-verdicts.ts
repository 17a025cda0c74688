import type { Caveat } from '../../../../src/domain/caveat.ts'
import type { Claim } from '../../../../src/domain/claim.ts'
import type { Estimate, Verdict } from '../../../../src/domain/verdict.ts'
import type { ClaimVerdict } from '../../../../src/report/report-model.ts'
import { both, estimate } from './made-up.ts'

interface Sketch {
  readonly id: string
  readonly theme: Claim['theme']
  readonly verdict: Verdict
  readonly measured: Estimate | null
  readonly low: number | null
  readonly high: number | null
  readonly fr: string
  readonly en: string
}

// id | theme | verdict | unit, value, half of the interval, vacancies | band | French | English
const TABLE = `
A-pay-cm | pay | supported | eur-year 29600 900 214 | 24000..35000 | Un CM gagne de 24 000 à 35 000 € brut par an. | A CM earns €24,000 to €35,000 gross a year.
A-pay-smm | pay | overstated | eur-year 37800 1400 96 | 50000..80000 | Un SMM gagne de 50 000 à 80 000 € brut par an. | An SMM earns €50,000 to €80,000 gross a year.
A-pay-double | pay | overstated | ratio 1.24 0.08 214 | 1.8..2.2 | Le salaire d’entrée d’un SMM est le double de celui d’un CM. | An SMM starts at twice the pay of a CM.
B-pay-cm | pay | inconclusive | eur-year 29600 900 214 | 24000..30000 | Dans les faits, un CM touche 24 à 30 k€ brut par an. | A CM really gets €24k to €30k gross a year.
B-pay-survey | pay | not_testable |  |  | La grille d’un cabinet de recrutement est bien au-dessus de la réalité. | A recruiter’s table lies well above reality.
C-pay-order | pay | supported | eur-year 6400 1700 214 | 0.. | Le CM est moins payé que le SMM. | The CM is paid less than the SMM.
C-pay-cm-5-9 | pay | insufficient_data |  |  | Avec 5 à 9 ans de métier, un CM gagne 29 000 € brut en moyenne. | With 5 to 9 years, a CM earns €29,000 gross on average.
C-pay-smm-10 | pay | inconclusive | share 0.031 0.022 41 | 0.05.. | Après dix ans, un SMM peut dépasser 60 000 €. | After ten years an SMM can exceed €60,000.
C-pay-cm-net | pay | understated | eur-year 29600 900 214 | 21500..27700 | Un CM salarié gagne 1 400 à 1 800 € net par mois. | A salaried CM earns €1,400 to €1,800 net a month.
C-pay-smm-mean | pay | understated | eur-year 38900 1500 96 | 26600..29400 | Le SMM gagne en moyenne 28 000 € brut par an. | The SMM earns €28,000 gross a year on average.
C-pay-day | pay | insufficient_data |  |  | Un CM indépendant facture 300 à 450 € la journée. | A freelance CM charges €300 to €450 a day.
E-pay-senior | pay | overstated | eur-year 46200 3900 24 | 60000..70000 | Un SMM confirmé gagne 60 à 70 k€. | A senior SMM earns €60k to €70k.
A-core-animation | missions | supported | share 0.81 0.05 214 | 0.5.. | L’animation des communautés est le cœur du métier de CM. | Community engagement is the core of the CM’s job.
A-strategy | missions | supported | points 0.31 0.11 214 | 0.. | La stratégie revient au SMM. | Strategy belongs to the SMM.
A-strategy-cm | missions | contradicted | share 0.38 0.07 214 | ..0.2 | Le CM touche rarement à la stratégie. | The CM rarely touches strategy.
A-smm-no-animation | missions | contradicted | share 0.54 0.1 96 | ..0.2 | Le SMM anime peu ou pas. | The SMM animates little or not at all.
A-smm-supervises | missions | inconclusive | share 0.29 0.09 96 | 0.33.. | Le SMM encadre les CM. | The SMM supervises CMs.
B-moderation | missions | supported | share 0.57 0.06 214 | 0.33.. | La modération fait partie des missions du CM. | Moderation is one of the CM’s duties.
C-animation-93 | missions | inconclusive | share 0.81 0.05 214 | 0.83..1 | 93 % des CM animent des communautés. | 93% of CMs animate communities.
C-writing-85 | missions | supported | share 0.87 0.04 214 | 0.75..0.95 | 85 % des CM rédigent. | 85% of CMs write.
C-video-65 | missions | supported | share 0.66 0.06 214 | 0.55..0.75 | 65 % des CM font de la vidéo. | 65% of CMs make videos.
C-ads-24 | missions | understated | share 0.43 0.07 214 | 0.14..0.34 | 24 % des CM s’occupent de publicité en ligne. | 24% of CMs handle online ads.
C-newsletter-43 | missions | inconclusive | share 0.36 0.07 214 | 0.33..0.53 | 43 % des CM envoient des newsletters. | 43% of CMs send newsletters.
C-smm-budget | missions | inconclusive | share 0.34 0.1 96 | 0.33.. | Le SMM gère le budget publicitaire. | The SMM runs the ad budget.
E-team | missions | inconclusive | share 0.29 0.09 96 | 0.33.. | Le SMM dirige une équipe de CM. | The SMM leads a team of CMs.
B-soft | skills | overstated | share 0.22 0.05 214 | 0.5.. | Créatif, organisé, réactif : trois qualités presque indispensables. | Creative, organised, reactive: three near indispensable qualities.
D-soft | skills | supported | points 0.18 0.1 214 | 0.. | On demande plus de rigueur d’analyse au SMM qu’au CM. | An analytical mind is asked more of the SMM than of the CM.
B-twelve | skills | not_testable |  |  | Il est difficile de trouver une personne qui ait les douze compétences. | A person with all twelve skills is hard to find.
B-networks | tools | contradicted | rank 3 0.6 214 | 1..1 | Facebook vient en premier parmi les réseaux. | Facebook comes first among networks.
C-tools | tools | inconclusive | share 0.31 0.09 96 | 0.33.. | Le SMM se sert de Google Analytics et de Hootsuite. | The SMM uses Google Analytics and Hootsuite.
C-khoros | tools | overstated | share 0.004 0.003 214 | 0.05.. | Le CM emploie un logiciel de communauté comme Khoros. | The CM uses community software such as Khoros.
D-canva-adobe | tools | supported | share 0.41 0.06 214 | 0.05.. | Dans certaines entreprises, le CM crée ses visuels avec Canva ou Adobe. | In some companies the CM makes visuals with Canva or Adobe.
A-confusion | confusion | supported | share 0.27 0.05 214 | 0.05.. | Les deux titres sont pris l’un pour l’autre. | The two titles are mistaken for each other.
E-pay-as-cm | confusion | insufficient_data |  |  | Un titre de SMM peut cacher un poste et un salaire de CM. | An SMM title can hide a CM’s job at a CM’s pay.
D-merged-small | confusion | inconclusive | points 0.07 0.12 214 | 0.. | Dans les petites structures, les deux métiers n’en font qu’un. | In small companies the two jobs are one.
B-contract | contract | contradicted | share 0.52 0.06 214 | ..0.2 | Le CDI est rare pour un CM. | Permanent contracts are rare for a CM.
C-35h | contract | supported | share 0.72 0.08 214 | 0.5.. | Le CM salarié fait 35 heures. | The salaried CM works 35 hours.
C-education-cm | education | supported | years 3.6 0.3 214 | 3..5 | Le CM a un bac+3 à bac+5. | The CM holds three to five years after the bac.
E-education-smm | education | inconclusive | share 0.53 0.12 71 | 0.5.. | Le SMM a un bac+5. | The SMM holds five years after the bac.
B-next-3-5 | education | supported | years 3.4 0.3 96 | 3..5 | On devient SMM après 3 à 5 ans. | One becomes an SMM after 3 to 5 years.
E-large | employer | insufficient_data |  |  | Les postes de SMM se trouvent dans les grandes entreprises. | SMM jobs are in large companies.
B-agency | employer | supported | share 0.93 0.03 214 | 0.5.. | Les CM travaillent en agence ou chez l’annonceur. | CMs work in agencies or for brands.
C-half-cm | market | understated | share 0.66 0.03 214 | 0.41..0.61 | 51 % des professionnels des réseaux sociaux sont CM. | 51% of social network professionals are CMs.
C-people | market | not_testable |  |  | Deux CM sur trois sont des femmes. | Two CMs in three are women.
`

function toNumber(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text)
}

const SKETCHES: readonly Sketch[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [id = '', theme = '', verdict = '', measured = '', band = '', fr = '', en = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const [unit, value, half, vacancies] = measured.split(' ')
    const [low, high] = band.split('..')
    return {
      id,
      theme: theme as Claim['theme'],
      verdict: verdict as Verdict,
      measured:
        measured === '' ? null : estimate(unit as Estimate['unit'], Number(value), Number(half), Number(vacancies)),
      low: toNumber(low),
      high: toNumber(high),
      fr,
      en,
    }
  })

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

/** The claim of one line of the table, judged; it rests on the ads `ids`. */
function claimVerdict(
  { id, theme, fr, en, verdict, measured, low, high }: Sketch,
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

/** Forty-four claims with every verdict there is; each that was measured rests on a third of the ads. */
export function sampleVerdicts(adIds: readonly string[]): readonly ClaimVerdict[] {
  return SKETCHES.map((sketch, index) =>
    claimVerdict(sketch, index, adIds.filter((_, place) => (place + index) % 3 === 0).slice(0, 200)),
  )
}
