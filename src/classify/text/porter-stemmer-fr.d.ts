// `natural` types only its main module, which takes half a second to load; this is the one part that is used.
declare module 'natural/lib/natural/stemmers/porter_stemmer_fr.js' {
  const stemmer: { stem(token: string): string }
  // biome-ignore lint/style/noDefaultExport: the module is CommonJS, its exports object is the default import
  export default stemmer
}
