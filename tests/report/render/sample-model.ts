import type { ReportModel } from '../../../src/report/report-model.ts'
import { sampleAd } from './sample/sample-ad.ts'
import { SAMPLE_ARTICLES } from './sample/sample-articles.ts'
import { SAMPLE_CHARTS } from './sample/sample-charts.ts'
import { SAMPLE_SOURCES } from './sample/sample-sources.ts'
import { sampleVerdicts } from './sample/sample-verdicts.ts'

/** A rich report, made up: every verdict, pay, shares, flow, trend, changes, sources, a funnel that balances. */
export function sampleModel(adCount = 60): ReportModel {
  const ads = Array.from({ length: adCount }, (_, index) => sampleAd(index + 1))
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
    comparedWith: '2026-10-21',
    changes: [
      { claimId: 'C-video-65', from: 'inconclusive', to: 'supported', because: 'market' },
      { claimId: 'B-soft', from: 'inconclusive', to: 'overstated', because: 'method' },
    ],
    ...SAMPLE_ARTICLES,
    ...SAMPLE_CHARTS,
    ...SAMPLE_SOURCES,
    verdicts: sampleVerdicts(ads.map(({ id }) => id)),
    ads,
  }
}
