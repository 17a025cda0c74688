import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadProfiles } from '../../../src/classify/lexicon/load-profiles.ts'
import { Vocabulary } from '../../../src/classify/lexicon/vocabulary.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const vocabulary = new Vocabulary(loadProfiles(resolve(ROOT, 'profiles')).lexicon.words)

// Words an ad uses for the same thing: the bare stemmer misses about half of them.
const WANTED =
  `gérer gestion|gérez gère|animer animation|animez animons|rédiger rédaction|rédigez rédactionnel|publier publication|publiez publish
créer création|créez creating|modérer modération|modérez moderate|répondre réponse|répondez replies|stratégie stratégique|strategy strategies
réseau réseaux|social SOCIAL|communauté communautés|community communities|contenu contents|visuel visuels|vidéo vidéos|video VIDÉO
photo photographie|analyser analyse|analytics analyze|suivre suivi|suivez tracking|mesurer mesure|performance performances|résultat results
indicateur KPIs|reporting rapports|définir définition|définissez define|élaborer élaborez|piloter pilotage|construire construction|encadrer encadrement
superviser supervision|participer participation|contribuer contribuez|décliner déclinaison|déployer déploiement|influenceur influenceuses
ambassadeur ambassadrices|partenariat partenaires|campagne campaigns|publicité publicitaires|événement événementiel|communiqué communiqués
concurrence concurrents|tendance tendances|budget budgétaire|client clientèle|newsletter newsletters|planifier planning`
    .split(/[|\n]/)
    .map((pair) => pair.split(' '))

// Words that look alike and must stay apart.
const UNWANTED =
  `communication commun|poste poster|marque marché|conversion conversation|leads lead|manager management|even événement|comments comment
leadership lead|surveillant surveillance|social sociale|agence agent|personne personnel|production produit|organisé organiser
gen générer|image imaginer|équipe équipement|public publicité|direction diriger|réellement reels|good goodies|devez devis|référence référent
patient patients|alternative alternant|montée montage|story stories|recrutement recruter`
    .split(/[|\n]/)
    .map((pair) => pair.split(' '))

const keyOf = (word = '') => vocabulary.keyOf(word.toLowerCase())

describe('word families and stems', () => {
  it('lists 50 wanted and 20 unwanted pairs', () => {
    expect(WANTED.length).toBeGreaterThanOrEqual(50)
    expect(UNWANTED.length).toBeGreaterThanOrEqual(20)
  })

  it.each(WANTED)('%s and %s are one', (first, second) => {
    expect(keyOf(first)).toBe(keyOf(second))
  })

  it.each(UNWANTED)('%s and %s are two', (first, second) => {
    expect(keyOf(first)).not.toBe(keyOf(second))
  })

  it('reads capitals without accents like the word itself', () => {
    expect(keyOf('REDACTION')).toBe(keyOf('rédaction'))
    expect(keyOf('EVENEMENTIEL')).toBe(keyOf('événementiel'))
  })
})

describe('the one import of natural', () => {
  it('is made in one file, by its deep path', () => {
    const importing = readdirSync(resolve(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => /['"]natural(?:\/|['"])/.test(readFileSync(resolve(ROOT, 'src', name), 'utf8')))
    expect(importing).toEqual(['classify/text/stem.ts'])
  })

  it('takes less than 50 ms of CPU and prints nothing', () => {
    const script = `import { createRequire } from 'node:module';
      const before = process.cpuUsage();
      const stemmer = createRequire(${JSON.stringify(import.meta.url)})('natural/lib/natural/stemmers/porter_stemmer_fr.js');
      const { user, system } = process.cpuUsage(before);
      if (stemmer.stem('animations') !== 'anim') process.exit(2);
      process.stderr.write(String((user + system) / 1000));`
    const runs = Array.from({ length: 3 }, () =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' }),
    )
    for (const { status, stdout } of runs) {
      expect(status).toBe(0)
      expect(stdout).toBe('')
    }
    expect(Math.min(...runs.map(({ stderr }) => Number(stderr)))).toBeLessThan(50)
  })
})
