/**
 * French for what the sheets of `scrapers/sources` say in English, keyed by the English text: the database keeps the
 * sheet's own words. A text without its French is shown as it is, marked as English.
 */
export const FRENCH_SOURCES: ReadonlyMap<string, string> = new Map([
  ['Ashby job board', 'offres publiées par Ashby'],
  ['Career site by sitemap and JobPosting', 'site carrière, par son plan et ses JobPosting'],
  ['Career site shown by a browser', 'site carrière ouvert dans un navigateur'],
  ['Greenhouse job board', 'offres publiées par Greenhouse'],
  ['Lever job board', 'offres publiées par Lever'],
  ['Personio career page', 'offres publiées par Personio'],
  ['RSS or Atom feed', 'flux RSS ou Atom'],
  ['Recruitee career site', 'offres publiées par Recruitee'],
  ['SmartRecruiters postings', 'offres publiées par SmartRecruiters'],
  ['Teamtailor career site', 'offres publiées par Teamtailor'],
  ['Workable career page', 'offres publiées par Workable'],
  [
    'A documented public endpoint, one request a night for each employer named in the config.',
    'Accès public et documenté, une requête par nuit pour chaque employeur nommé dans la configuration.',
  ],
  [
    'A documented public endpoint, a few requests a night for each employer named in the config.',
    'Accès public et documenté, quelques requêtes par nuit pour chaque employeur nommé dans la configuration.',
  ],
  [
    'A documented public endpoint, asked slowly, for each employer named in the config.',
    'Accès public et documenté, lu lentement, pour chaque employeur nommé dans la configuration.',
  ],
  [
    'A documented public feed, one or two requests a night for each employer named in the config.',
    'Flux public et documenté, une ou deux requêtes par nuit pour chaque employeur nommé dans la configuration.',
  ],
  [
    'A public endpoint made to be embedded, one request a night for each employer named in the config.',
    'Accès public prévu pour être intégré à d’autres pages, une requête par nuit pour chaque employeur nommé.',
  ],
  [
    'Client credentials that France Travail grants to anyone who registers an application.',
    'Identifiants que France Travail accorde à qui déclare une application.',
  ],
  [
    'Pages that the site publishes for robots, in its sitemap and in a vocabulary made for them.',
    'Pages que le site publie pour les robots, dans son plan et dans un vocabulaire fait pour eux.',
  ],
  [
    'A feed that the site publishes to be read by programs.',
    'Flux que le site publie pour être lu par des programmes.',
  ],
  [
    'Public pages opened as a visitor’s browser would, at a robot’s pace and under its own name.',
    'Pages publiques ouvertes comme le ferait un visiteur, au rythme d’un robot et sous son propre nom.',
  ],
  [
    'A feed published to be read by programs, one or two requests a night for each employer named in the config.',
    'Flux publié pour être lu par des programmes, une ou deux requêtes par nuit pour chaque employeur nommé.',
  ],
  ['Given to vigie as a file by its operator.', 'Fichier confié à vigie par la personne qui l’exploite.'],
])
