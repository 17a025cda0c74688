/**
 * On paper; last of all, so that it wins over what the screen needs. Claims and charts run in two columns, what only a
 * click opens is left out: every verdict keeps its sentence, its drawing and its sample.
 */
export const PRINT_STYLE = `
.on-paper{display:none}
@media print{
@page{margin:14mm 12mm 12mm;@top-left{font:8pt sans-serif;color:#555}@top-right{font:8pt sans-serif;color:#8a4b00}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#555}}
@page:first{@top-left{content:none}@top-right{content:none}}
:root{--paper:#fff}
html{font-size:12.5px}
body{font-size:8.2pt;line-height:1.38}
.page{max-width:none;padding:0}
.on-paper{display:block}
.sample{position:static}
.contents,.filters,.skip,.csv,.behind,.more,.refs,.others,#ads>:not(.on-paper){display:none}
.masthead{padding:0 0 1.4rem;grid-template-columns:minmax(0,1fr) 15rem;gap:2rem;align-items:end}
.lede{font-size:1.1rem;margin-top:1rem}
main>section,main>section.opening{padding-top:1.7rem}
h2,h3,h4,.intro,figcaption,.meta,.who{break-after:avoid}
h2{font-size:1.6rem;margin-bottom:.5rem}
h3{font-size:1.05rem;margin:1.3rem 0 .4rem}
p{orphans:3;widows:3}
.intro,.claim,.draw,.mosaic>li,.duel,.headlines>li,.facts div,.points li,figure,tr{break-inside:avoid}
.intro,.points,.none{max-width:none}
.headlines{grid-template-columns:repeat(2,minmax(0,1fr));gap:0 1.6rem}
.headlines>li{padding:.6rem 0}
.headline{font-size:1.05rem}
.figures{margin:1rem 0 0;padding-top:.8rem;grid-template-columns:repeat(5,minmax(0,1fr));gap:1rem}
.figures dd{font-size:1.5rem}
.mosaic>li{padding:.4rem 0;grid-template-columns:13rem minmax(0,1fr)}
.tiles{gap:2px}
.tile{width:15px;height:15px}
.tile .icon{width:9px;height:9px}
.theme{columns:2;column-gap:8mm}
.theme>h3{column-span:all;font-size:1.3rem;margin:1.6rem 0 0;padding-bottom:.4rem}
.claim,.claim.v-not_testable{display:block;padding:.45rem 0 .4rem .7rem}
.claim::before,.claim.v-not_testable::before{top:.55rem;bottom:.5rem;width:2px}
.claim .src,.claim .reads,.claim .expected{display:none}
.claim .meta{gap:0 .6rem}
.badge{font-size:.95em}
h4,.claim.v-not_testable h4{font-size:1.06rem;line-height:1.28;margin:.1rem 0 .15rem}
.plain,.claim.v-not_testable .plain{font-size:.96em;line-height:1.38}
.basis,.n{font-size:.86em;line-height:1.35;margin-top:.15rem}
.tags{display:inline;margin:0}
.tags li{display:inline;font-size:.84em;color:var(--ink-3)}
.tags li:not(:last-child)::after{content:" · "}
.tags a{display:inline;background:none;padding:0;font-size:inherit;color:inherit}
.measure{max-width:none;display:flex;gap:.8rem;align-items:center}
.measure .chart{height:44px;width:auto;margin:0;flex:none}
.measure .n{margin:0}
.duel ul{grid-template-columns:repeat(3,minmax(0,1fr));gap:0 1.2rem}
.duel li{padding:.35rem 0 .5rem;border-top-width:2px;gap:.15rem}
.duel .what{font-size:1rem;line-height:1.3}
.duel .got{margin-top:0;font-size:.95em}
#pay,#asked,#profile,#trend{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 8mm;align-items:start}
#pay>h2,#pay>.intro,#asked>h2,#asked>.intro,#profile>h2,#profile>.intro,#trend>:not(figure){grid-column:1/-1}
figure{margin-top:.8rem;max-width:none}
figure h3{margin:0}
figcaption{margin-bottom:.4rem}
.wide{display:none}.slim{display:block}
.slim .chart{width:auto;max-width:100%;max-height:200mm;margin-inline:0}
#share-region{grid-column:1/-1;order:1}
#share-region .slim{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 8mm;align-items:start}
#share-region .chart{margin-top:0}
#title-content .slim,#sources .slim{display:none}
#title-content .wide,#sources .wide{display:block;max-width:44rem}
table{font-size:.92em;margin:.3rem 0 .6rem;min-width:0;width:100%}
th,td{padding:.22rem .6rem .22rem 0}
.scroll{overflow:visible}
.accuracy .scroll{columns:2;column-gap:8mm}
.facts{max-width:none;font-size:.95em}
.facts div{padding:.25rem 0}
.claim:target{background:none;box-shadow:none}
footer{margin:1.5rem 0 0}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
