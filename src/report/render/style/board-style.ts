import { VERDICTS } from '../../../domain/verdict.ts'

const COLOURS = VERDICTS.map((verdict) => `.v-${verdict}{--v:var(--${verdict})}`).join('\n')

/** The verdict board: badges, mosaic, filters, claims, side-by-side versions, ads. */
export const BOARD_STYLE = `
${COLOURS}
.icon{width:1em;height:1em;flex:none;fill:none;stroke:var(--v,currentColor);stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
.fill{fill:var(--v)}
.v-not_testable .fill,.v-insufficient_data .fill{opacity:.5}
.badge{display:inline-flex;align-items:center;gap:.4em;color:var(--v);font-weight:650;font-size:.9375rem;line-height:1.3;white-space:nowrap}
.count{font-weight:400;color:var(--ink-3);margin-left:.45em;font-size:.875em}
.mosaic>li{border-top:1px solid var(--rule);padding:.6rem 0;display:grid;gap:.4rem 2rem}
.mosaic .who{font-size:.9375rem;line-height:1.35}
.mosaic .who span{color:var(--ink-3);font-size:.8125rem;display:block}
@media (min-width:48rem){.mosaic>li{grid-template-columns:15rem minmax(0,1fr);align-items:center}}
.tiles{display:flex;flex-wrap:wrap;gap:4px}
.tile{display:flex;align-items:center;justify-content:center;width:24px;height:24px;border-radius:3px;background:var(--v);position:relative}
.tile .icon{stroke:var(--paper);width:13px;height:13px}
.tile.v-not_testable,.tile.v-insufficient_data{background:transparent;box-shadow:inset 0 0 0 1px var(--rule-2)}
.tile.v-not_testable .icon,.tile.v-insufficient_data .icon{stroke:var(--v)}
.tile.v-inconclusive{background:var(--wash);box-shadow:inset 0 0 0 1px var(--rule-2)}
.tile.v-inconclusive .icon{stroke:var(--ink-3)}
.tile:hover{box-shadow:0 0 0 2px var(--paper),0 0 0 4px var(--v)}
.filters{display:none;gap:.6rem;margin-top:2.6rem;padding:.9rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
@supports selector(:has(a)){.filters{display:grid}}
.filters fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem;align-items:center;min-width:0}
.filters legend{float:left;font-size:.8125rem;color:var(--ink-3);padding:0;margin-right:.7rem;min-width:4rem}
.filters label{position:relative;font-size:.875rem;line-height:1.3;padding:.28rem .75rem;border:1px solid var(--rule-2);border-radius:99px;cursor:pointer;color:var(--ink-2)}
.filters input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.filters label:has(:checked){background:var(--ink);color:var(--paper);border-color:var(--ink)}
.filters label:has(:checked) .count{color:inherit}
.filters label:has(:focus-visible){outline:3px solid var(--accent);outline-offset:2px}
.theme>h3{font:600 1.5rem/1.25 var(--serif);letter-spacing:-.01em;margin:3.4rem 0 0;padding-bottom:.8rem}
.claim{display:grid;grid-template-columns:minmax(0,1fr);gap:.8rem 3rem;padding:1.35rem 0 1.1rem 1.15rem;border-top:1px solid var(--rule);position:relative}
.claim::before{content:"";position:absolute;left:0;top:1.45rem;bottom:1.2rem;width:3px;background:var(--v);border-radius:2px}
.claim.v-not_testable::before,.claim.v-insufficient_data::before{background:var(--rule-2)}
.claim:target{background:var(--wash);box-shadow:-1rem 0 var(--wash),1rem 0 var(--wash)}
.claim:target .tags a{background:var(--paper)}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:.15rem .9rem;font-size:.8125rem;line-height:1.5;color:var(--ink-3)}
.pin,.id{font-family:var(--mono);font-size:.75rem}
.id,.others a{white-space:nowrap}
.pin{color:var(--ink-3);text-decoration:none}
.pin:hover,.pin:focus{color:var(--accent);text-decoration:underline}
.fragile{border:1px dashed currentColor;color:var(--warn);border-radius:3px;padding:0 .45em;font-size:.75rem;font-weight:600;text-decoration:none}
h4{font:500 1.25rem/1.36 var(--serif);margin:.4rem 0 .3rem;max-width:38rem;text-wrap:pretty}
.plain{max-width:40rem;color:var(--ink-2);font-size:1rem;line-height:1.55;text-wrap:pretty}
.basis{font-size:.8125rem;line-height:1.5;color:var(--ink-3);max-width:40rem;margin-top:.3rem}
.basis b{font-weight:600}
.tags{display:flex;flex-wrap:wrap;gap:.3rem .4rem;margin-top:.6rem}
.tags a{display:block;font-size:.75rem;line-height:1.4;color:var(--ink-2);background:var(--wash);border-radius:3px;padding:.24rem .55rem;text-decoration:none}
.tags a:hover{color:var(--accent);text-decoration:underline}
.measure{max-width:19rem}
.reads{font-size:.9375rem;line-height:1.45;margin-top:.25rem}
.reads b{font-size:1.0625rem;margin-right:.3em}
.reads span{color:var(--ink-2)}
.expected,.n{color:var(--ink-3);font-size:.8125rem;line-height:1.5}
.expected::before,.euros::before{content:"";display:inline-block;width:.95em;height:.65em;margin-right:.45em;border-inline:1.5px solid var(--accent);background:var(--accent-wash)}
.euros::before{border:1px dashed var(--accent);background:none}
.more{display:flex;flex-wrap:wrap;gap:0 1.8rem;font-size:.875rem;min-width:0;margin-top:-.2rem}
.more details{min-width:0;max-width:100%}
.more details[open]{flex-basis:100%}
summary{cursor:pointer;color:var(--accent);padding:.25rem 0;width:fit-content;list-style-position:outside;margin-left:1em}
summary:hover{text-decoration:underline}
.drill ul{columns:19rem 3;column-gap:2.4rem;margin-top:.3rem}
.drill .quoted{columns:auto;display:grid;gap:.5rem 2.4rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));margin-bottom:.7rem}
.drill li{break-inside:avoid;padding:.18rem 0;line-height:1.4;min-width:0}
.drill li span{color:var(--ink-3)}
.rest{line-height:2;color:var(--ink-3)}
.rest a{display:inline-block;min-width:24px;text-align:center}
@media screen and (min-width:40rem) and (max-width:55.99rem){.measure{max-width:none;display:grid;grid-template-columns:19rem minmax(0,1fr);grid-template-rows:repeat(3,auto) 1fr;gap:0 1.6rem}.measure .chart{grid-row:1/-1}}
@media (min-width:56rem){.claim{grid-template-columns:minmax(0,1fr) 19rem}.more{grid-column:1/-1}}
.claim.v-not_testable{padding-block:.8rem .75rem}
.claim.v-not_testable::before{top:.95rem;bottom:.9rem}
.claim.v-not_testable h4{font-size:1.0625rem;margin:.1rem 0}
.claim.v-not_testable .plain{font-size:.9375rem;line-height:1.45;color:var(--ink-3)}
@media screen and (min-width:56rem){.claim.v-not_testable .says{grid-column:1/-1;display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:0 3rem;align-items:baseline}.claim.v-not_testable .says>:not(.plain){grid-column:1}.claim.v-not_testable .plain{grid-column:2;grid-row:2}}
.duel ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:0 1.6rem}
.duel li{border-top:3px solid var(--v);padding:.7rem 0 1.2rem;display:flex;flex-direction:column;gap:.4rem}
.duel .who{font-size:.8125rem;color:var(--ink-3)}
.duel .what{font:400 1.0625rem/1.4 var(--serif)}
.duel .what a{color:inherit;text-decoration-color:var(--rule-2)}
.duel .got{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:center;font-size:.9375rem;margin-top:auto}
.ads{counter-reset:ad;margin-top:1.4rem;display:grid;gap:0 2.4rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr))}
.ads>li{counter-increment:ad;border-top:1px solid var(--rule);padding:.8rem 0 .9rem 3rem;position:relative;font-size:.9375rem;line-height:1.45;min-width:0}
.ads>li::before{content:counter(ad);position:absolute;left:0;font-size:.8125rem;color:var(--ink-3);top:.9rem}
.ads>li:target{background:var(--wash);box-shadow:-.8rem 0 var(--wash),.8rem 0 var(--wash)}
.snapshots>li{border-top:1px solid var(--rule);padding:1.4rem 0 1.6rem}
.snapshots h2{margin:0 0 .3rem}
.counts{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin:.7rem 0;font-size:.9375rem}
.counts li{display:flex;align-items:center;gap:.4em}
.ad-title a{font-size:.8125rem;margin-left:.5em;white-space:nowrap}
.ad-facts{font-size:.8125rem;color:var(--ink-3)}
blockquote{font:400 .9375rem/1.5 var(--serif);color:var(--ink-2);margin-top:.4rem;overflow-wrap:anywhere}
mark{background:linear-gradient(transparent 62%,var(--mark) 62%);color:inherit;text-decoration:underline;text-decoration-color:var(--warn);text-underline-offset:.2em}
@media (prefers-color-scheme:dark){mark{background:none;color:var(--ink);text-decoration-thickness:2px;text-decoration-color:var(--mark)}}
`
