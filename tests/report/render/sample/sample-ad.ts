import type { AdLine } from '../../../../src/report/report-model.ts'

/** One made-up ad with two stretches of evidence. */
export function sampleAd(index: number): AdLine {
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
