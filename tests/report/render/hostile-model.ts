import type { ReportModel } from '../../../src/report/report-model.ts'
import { both } from './sample/made-up.ts'
import { sampleModel } from './sample-model.ts'

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
