/** Type, measure and the frame of the page. */
export const PAGE_STYLE = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1.25rem}
html:has(.sample){scroll-padding-top:5.5rem}
:root{--sans:-apple-system,BlinkMacSystemFont,"Segoe UI","Inter",Roboto,"Helvetica Neue","Noto Sans",Cantarell,Ubuntu,"Liberation Sans",Arial,system-ui,sans-serif;--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",Charter,Georgia,"Liberation Serif",serif;--mono:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word;hanging-punctuation:first}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
bdi{overflow-wrap:anywhere}
small{display:block;font-size:.8125rem;line-height:1.45;color:var(--ink-3);font-weight:400}
code{font-family:var(--mono);font-size:.9em}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sheet{position:absolute}
.skip{position:absolute;left:-100vw;top:0;background:var(--accent);color:var(--paper);padding:.6rem 1rem;z-index:2}
.skip:focus{left:0}
.sample{background:var(--warn-wash);color:var(--warn);font-weight:600;font-size:.9375rem;text-align:center;padding:.6rem 1rem;border-bottom:1px solid var(--rule);position:sticky;top:0;z-index:1}
.page{max-width:83rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
.masthead{padding:clamp(2.5rem,6vw,5rem) 0 clamp(2rem,4vw,3.5rem);display:grid;gap:2.4rem 5rem}
.masthead>div:first-child{max-width:46rem}
@media (min-width:64rem){.masthead{grid-template-columns:minmax(0,1fr) 21rem;align-items:end}}
.kicker{font-size:.8125rem;letter-spacing:.08em;text-transform:uppercase;color:var(--ink-3);margin-bottom:1.4rem}
.brand{color:var(--accent);font-weight:700;margin-right:.6em}
h1{font:600 clamp(2.1rem,5.6vw,3.75rem)/1.08 var(--serif);letter-spacing:-.018em;text-wrap:balance}
.subject{font:italic 400 clamp(1.15rem,2.4vw,1.5rem)/1.35 var(--serif);color:var(--ink-2);margin-top:.8rem}
.lede{font-size:1.1875rem;line-height:1.55;max-width:42rem;margin-top:1.6rem;text-wrap:pretty}
.dateline{font-size:.875rem;color:var(--ink-3);margin-top:1rem}
.columns{border-top:1px solid var(--ink)}
.contents{padding:.8rem 0;font-size:.875rem;border-bottom:1px solid var(--rule)}
.contents ol{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem}
.contents a{color:var(--ink-2);text-decoration:none;display:inline-block;padding:.25rem 0;line-height:1.35}
.contents a:hover{color:var(--accent);text-decoration:underline}
@media screen and (min-width:75rem){.columns{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 4rem}
.contents{border:0;position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:2.3rem 0}
html:has(.sample) .contents{top:2.6rem}
.contents ol{display:block}
.contents li{padding:.12rem 0}}
main>section{padding-top:clamp(3rem,7vw,5.5rem)}
main>section.opening{padding-top:2.4rem}
main{min-width:0}
h2{font:600 clamp(1.6rem,3.4vw,2.25rem)/1.15 var(--serif);letter-spacing:-.012em;text-wrap:balance;margin-bottom:.9rem}
h3{font:600 1.1875rem/1.3 var(--sans);letter-spacing:-.005em;margin:2.6rem 0 .6rem}
.opening h2{font:600 .8125rem/1.4 var(--sans);letter-spacing:.08em;text-transform:uppercase;color:var(--ink-3)}
.intro,.points,.none{max-width:44rem;color:var(--ink-2);text-wrap:pretty}
.none{padding:1rem 0;font-style:italic}
.headlines{display:grid;gap:0 3rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}
.headlines li{padding:1rem 0 1.2rem;border-top:1px solid var(--rule);overflow-wrap:anywhere}
.headline{font:400 clamp(1.125rem,1.8vw,1.25rem)/1.42 var(--serif);text-wrap:pretty}
.asked{font-weight:600;line-height:1.4;margin:.2rem 0 .35rem}
.asked a{color:inherit;text-decoration-color:var(--rule-2)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.5rem 2rem;margin:2.4rem 0 2rem;padding-top:1.4rem;border-top:1px solid var(--ink)}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dd{font:600 clamp(1.7rem,3vw,2.3rem)/1.1 var(--serif);letter-spacing:-.01em}
.figures dt{font-size:.875rem;line-height:1.4;color:var(--ink-2);margin-top:.3rem}
.tally>p{font-size:.8125rem;color:var(--ink-3);border-top:1px solid var(--ink);padding-top:.5rem;margin-bottom:.5rem}
.tally li{display:grid;grid-template-columns:1rem 1.9rem 1fr;gap:0 .55rem;align-items:center;padding:.26rem 0;font-size:.9375rem;line-height:1.3}
.tally b{text-align:right}
.tally .run{grid-column:2/-1;width:100%;height:5px;margin:.22rem 0 .1rem}
.facts{max-width:52rem;font-size:.9375rem}
.facts div{display:grid;grid-template-columns:minmax(8rem,2fr) 3fr;gap:.2rem 1.5rem;padding:.5rem 0;border-top:1px solid var(--rule)}
.facts dt{color:var(--ink-2)}
.facts dt::first-letter{text-transform:uppercase}
.facts div:target{background:var(--wash)}
.points li{padding:.35rem 0 .35rem 1.2rem;position:relative}
.points li::before{content:"–";position:absolute;left:0;color:var(--ink-3)}
.points+p{max-width:44rem;margin-top:1rem;color:var(--ink-2)}
footer{margin:5rem 0 3rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.875rem;color:var(--ink-3)}
`
