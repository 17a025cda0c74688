import { describe, expect, it } from 'vitest'
import { groupPostings } from '../../../src/classify/vacancy/group-postings.ts'
import { toGroup } from './posting-to-group.ts'

const LONG = `Au sein de l'équipe communication, vous animez nos pages Facebook et Instagram, vous répondez aux messages
des clients, vous rédigez le calendrier éditorial avec les chefs de produit et vous suivez les statistiques chaque
semaine. Vous proposez des formats courts en vidéo, vous coordonnez les photographes et vous veillez à la réputation
de la marque. Vous écrivez bien, vous aimez les réseaux et vous savez garder votre calme quand une discussion s'échauffe.`
const OTHER = `Nous cherchons une personne pour piloter les campagnes payantes, définir les budgets par plateforme, choisir
les agences et présenter les résultats au comité de direction. Elle encadre deux créateurs de contenu, écrit les
briefs, négocie les partenariats et construit la stratégie sociale de la maison pour les trois prochaines années.`

const ids = (groups: ReturnType<typeof groupPostings>) => groups.map(({ members }) => members.map((m) => m.postingId))

describe('groupPostings', () => {
  it('joins the copies of one ad and keeps another ad of the employer apart', () => {
    const postings = [
      toGroup({ postingId: 1, sourceId: 'a', hiringOrganization: 'Groupe Dorval SAS', description: LONG }),
      toGroup({ postingId: 2, sourceId: 'b', hiringOrganization: 'DORVAL', description: LONG.toUpperCase() }),
      toGroup({ postingId: 3, sourceId: 'b', hiringOrganization: 'Dorval', description: OTHER }),
    ]
    const groups = groupPostings(postings)
    expect(ids(groups)).toEqual([[1, 2], [3]])
    expect(groups[0]).toMatchObject({ vacancyId: 1, employer: { key: 'dorval' }, clusterKey: 'employer:dorval' })
    expect(groups[0]?.members.map(({ method }) => method)).toEqual(['same-text', 'same-text'])
    expect(groupPostings([...postings].reverse())).toEqual(groups)
  })

  it('keeps ads apart that state another place, contract or level', () => {
    const base = { hiringOrganization: 'Dorval', description: LONG }
    const groups = groupPostings([
      toGroup({ postingId: 1, ...base, jobLocation: '69 - LYON', contract: 'cdi' }),
      toGroup({ postingId: 2, ...base, jobLocation: '44 - NANTES' }),
      toGroup({ postingId: 3, ...base, jobLocation: '69 - LYON', contract: 'stage' }),
      toGroup({ postingId: 4, ...base, jobLocation: '69 - LYON', contract: 'cdi' }),
      toGroup({ postingId: 5, ...base, jobLocation: '33 - BORDEAUX', title: 'Community manager junior' }),
      toGroup({ postingId: 6, ...base, jobLocation: '33 - BORDEAUX', title: 'Community manager senior' }),
    ])
    expect(ids(groups)).toEqual([[1, 4], [2], [3], [5], [6]])
  })

  it('links a repost in time and starts a new vacancy after a long silence', () => {
    const base = { hiringOrganization: 'Dorval', description: LONG }
    const groups = groupPostings([
      toGroup({ postingId: 1, ...base, firstSeenOn: '2026-01-01', lastSeenOn: '2026-01-20', goneOn: '2026-01-22' }),
      toGroup({ postingId: 2, ...base, firstSeenOn: '2026-02-10', lastSeenOn: '2026-03-01', goneOn: '2026-03-03' }),
      toGroup({ postingId: 3, ...base, firstSeenOn: '2026-10-01', lastSeenOn: '2026-10-09' }),
      toGroup({ postingId: 4, ...base, firstSeenOn: '2026-05-20', lastSeenOn: '2026-06-01', goneOn: '2026-06-03' }),
    ])
    expect(ids(groups)).toEqual([[1, 2, 4], [3]])
    expect(groups[0]).toMatchObject({
      firstSeenOn: '2026-01-01',
      lastSeenOn: '2026-06-01',
      goneOn: '2026-06-03',
      members: [{ method: 'repost' }, { method: 'repost' }, { method: 'repost' }],
    })
    expect(groups[1]?.goneOn).toBeNull()
  })

  it('lets the employer speak, takes pay from the first that states it and reports a conflict', () => {
    const base = { hiringOrganization: 'Dorval', description: LONG, jobLocation: 'Lyon' }
    const [group] = groupPostings([
      toGroup({
        postingId: 1,
        ...base,
        sourceId: 'copy',
        sourceKind: 'aggregator',
        grossAnnualEur: { min: 40_000, max: null },
      }),
      toGroup({ postingId: 2, ...base, sourceId: 'site', sourceKind: 'employer' }),
      toGroup({
        postingId: 3,
        ...base,
        sourceId: 'state',
        sourceKind: 'public-service',
        grossAnnualEur: { min: 30_000, max: 32_000 },
      }),
    ])
    expect(group).toMatchObject({ vacancyId: 1, speakerPostingId: 2, payPostingId: 3 })
    expect(group?.payConflicts).toEqual([{ sourceId: 'copy', extId: 'ref-1', chosenEur: 31_000, otherEur: 40_000 }])
  })

  it('calls an employer by the name it writes most often and of the kind its ads say', () => {
    const groups = groupPostings([
      toGroup({ postingId: 1, hiringOrganization: 'DORVAL SAS', description: LONG, employerKind: 'brand' }),
      toGroup({ postingId: 2, hiringOrganization: 'Dorval', description: OTHER, employerKind: 'agency' }),
      toGroup({
        postingId: 3,
        hiringOrganization: 'Dorval',
        title: 'Comptable',
        description: 'Vous comptez.',
        employerKind: 'agency',
      }),
      toGroup({
        postingId: 4,
        hiringOrganization: 'Mairie de Lens',
        title: 'Agent',
        description: 'Vous accueillez.',
        employerKind: 'brand',
      }),
    ])
    const dorval = { key: 'dorval', name: 'Dorval', kind: 'agency' }
    const town = { key: 'mairie de lens', name: 'Mairie de Lens', kind: 'public' }
    expect(groups.map(({ employer }) => employer)).toEqual([dorval, dorval, dorval, town])
  })

  it('does not take two ads for one because they share an address or a reference', () => {
    const shared = { url: 'https://dorval.example/jobs', hiringOrganization: 'Dorval' }
    const groups = groupPostings([
      toGroup({ postingId: 1, ...shared, title: 'Community manager Lyon', description: LONG }),
      toGroup({ postingId: 2, ...shared, title: 'Community manager Nantes', description: LONG }),
      toGroup({ postingId: 3, sourceId: 'x', extId: '1234567', description: OTHER }),
      toGroup({ postingId: 4, sourceId: 'y', extId: '1234567', title: 'Community manager', description: LONG }),
    ])
    // The fourth may be the first or the second, but makes no one vacancy of them.
    expect(ids(groups)).toEqual([[1, 4], [2], [3]])
  })

  it('knows an ad again by its reference on another source, though half of it was rewritten', () => {
    const half = `${LONG.slice(0, LONG.length * 0.75)} ${OTHER.slice(0, 90)}`
    const groups = groupPostings([
      toGroup({ postingId: 1, sourceId: 'x', extId: '1234567', description: LONG }),
      toGroup({ postingId: 2, sourceId: 'y', extId: '1234567', description: half }),
    ])
    expect(groups[0]?.members.map(({ method }) => method)).toEqual(['same-reference', 'same-reference'])
  })

  it('clusters unnamed employers by wording and gives the others a cluster each', () => {
    const groups = groupPostings([
      toGroup({
        postingId: 1,
        hiringOrganization: 'Entreprise non nommée',
        description: LONG,
        jobLocation: '69 - LYON',
      }),
      toGroup({ postingId: 2, description: LONG, jobLocation: '44 - NANTES' }),
      toGroup({ postingId: 3, description: OTHER }),
    ])
    expect(groups.map(({ clusterKey }) => clusterKey)).toEqual(['text:1', 'text:1', 'text:3'])
    expect(groups.map(({ employer }) => employer)).toEqual([null, null, null])
  })
})
