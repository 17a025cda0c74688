/** On paper; last of all, so that it wins over what the screen needs. */
export const PRINT_STYLE = `
@media print{
@page{margin:18mm 16mm;@top-center{font:9pt sans-serif;color:#8a4b00}@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#555}}
:root{--paper:#fff}
body{font-size:9.5pt}
.intro{break-inside:avoid}
.page{max-width:none;padding:0}
.sample{position:static}
.contents,.filters,.skip,.csv,.behind,.more,.pin{display:none}
.masthead{padding-top:1.5rem;grid-template-columns:minmax(0,1fr) 13rem;gap:2rem}
main>section{padding-top:1.6rem}
h2,h3,h4,.intro,figcaption{break-after:avoid}
.claim,.draw,.mosaic>li,.duel li,.ads>li,.facts div,tr{break-inside:avoid}
.claim{grid-template-columns:minmax(0,1fr) 16rem;padding-top:.9rem;padding-bottom:.8rem}
.claim:target,.ads>li:target{background:none;box-shadow:none}
.headlines{grid-template-columns:repeat(2,minmax(0,1fr))}
.theme>h3{margin-top:1.6rem}
figure{margin-top:1.6rem}
.chart{margin-inline:0;max-width:100%}
a{color:inherit;text-decoration:none}
mark{background:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
