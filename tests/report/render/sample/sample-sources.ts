import type { ReportModel } from '../../../../src/report/report-model.ts'

/** Sources that ended well, badly and not at all, a funnel that balances, and how well the reader reads. */
export const SAMPLE_SOURCES: Pick<ReportModel, 'sources' | 'funnel' | 'accuracy'> = {
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
      explanation: 'Le site a demandé d’attendre cinq fois de suite, la file est gardée, la prochaine nuit reprend là.',
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
}
