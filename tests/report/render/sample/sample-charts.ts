import { ROLES, type Role } from '../../../../src/domain/role.ts'
import type { PayDistribution, ReportModel, ShareTable } from '../../../../src/report/report-model.ts'
import { both, estimate, generator } from './made-up.ts'

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

/** What charts are drawn from. */
export const SAMPLE_CHARTS: Pick<ReportModel, 'pay' | 'shareTables' | 'titleByContent' | 'trend'> = {
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
        ['region:11', 'Île-de-France', 'Île-de-France'],
        ['region:84', 'Auvergne-Rhône-Alpes', 'Auvergne-Rhône-Alpes'],
        ['region:93', 'Provence-Alpes-Côte d’Azur', 'Provence-Alpes-Côte d’Azur'],
        ['region:53', 'Bretagne', 'Brittany'],
        ['region:52', 'Pays de la Loire', 'Pays de la Loire'],
        ['region:76', 'Occitanie', 'Occitanie'],
        ['region:75', 'Nouvelle-Aquitaine', 'Nouvelle-Aquitaine'],
        ['region:32', 'Hauts-de-France', 'Hauts-de-France'],
        ['region:04', 'La Réunion', 'Réunion'],
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
}
