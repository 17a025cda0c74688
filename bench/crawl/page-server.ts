import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// The benchmark's site, in a process of its own: /list names N pages, each of 30 KB with its ad as JSON-LD.
const PAGE_BYTES = 30 * 1024
const WORDS =
  'animer la communauté rédiger les contenus publier sur les réseaux sociaux suivre les indicateurs répondre aux messages préparer le calendrier éditorial monter des vidéos courtes briefer les graphistes tenir la veille rendre compte chaque mois'.split(
    ' ',
  )

/** A text that compresses about as well as real pages do: seeded words, never twice the same sentence. */
function words(seed: number, count: number): string {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  const chosen: string[] = []
  for (let index = 0; index < count; index += 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    chosen.push(WORDS[state % WORDS.length] ?? '')
    if (state % 11 === 0) chosen.push(String(state % 9_973))
  }
  return chosen.join(' ')
}

function page(number: number): Buffer {
  const ad = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', value: `ref-${number}` },
    title: `Community manager ${number}`,
    description: `<p>${words(number, 350)}</p>`,
    datePosted: '2026-11-02',
    employmentType: 'FULL_TIME',
    hiringOrganization: { '@type': 'Organization', name: `Maison ${number % 97}` },
    jobLocation: {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: 'Lyon', postalCode: '69002' },
    },
  }
  const head = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Annonce ${number}</title><script type="application/ld+json">${JSON.stringify(ad)}</script></head><body>`
  let body = ''
  for (let row = 0; head.length + body.length < PAGE_BYTES; row += 1) {
    body += `<div class="row row-${row} offer__block" data-id="${number}-${row}"><h3>${words(number + row, 4)}</h3><p>${words(number * 31 + row, 40)}</p></div>\n`
  }
  return Buffer.from(`${head}${body}</body></html>`)
}

const count = Number(process.argv[2])
// 256 bodies made beforehand: the server must not be what is measured.
const bodies = Array.from({ length: 256 }, (_, index) => page(index))
const number = /\/ad\/(\d+)/
const server = createServer((request, response) => {
  const url = request.url ?? ''
  const asked = number.exec(url)?.[1]
  if (asked !== undefined) {
    const body = bodies[Number(asked) % bodies.length] ?? Buffer.alloc(0)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.byteLength })
    response.end(body)
  } else if (url === '/list') {
    response.writeHead(200, { 'content-type': 'text/plain' })
    response.end(Array.from({ length: count }, (_, index) => `/ad/${index}`).join('\n'))
  } else response.writeHead(404).end()
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
