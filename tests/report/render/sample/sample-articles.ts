import type { ReportModel } from '../../../../src/report/report-model.ts'
import { both } from './made-up.ts'

/** Articles, what they disagree on, and the headlines. */
export const SAMPLE_ARTICLES: Pick<ReportModel, 'articles' | 'contradictions' | 'headlines'> = {
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
}
