/** Charts, their captions and tables. */
export const CHART_STYLE = `
figure{margin-top:2.8rem;max-width:46rem}
figure h3{margin:0}
figcaption{margin-bottom:.9rem}
.chart{font-family:var(--sans);font-variant-numeric:tabular-nums;fill:var(--ink);display:block;max-width:calc(100% + 4px);height:auto;overflow:visible;margin-inline:-2px}
.slim{display:none}
@media (max-width:47rem){.wide{display:none}.slim{display:block}.slim .chart{width:calc(100% + 4px);max-width:26rem}}
.chart .label{font-size:13px}
.chart .strong{font-weight:600}
.chart .value{font-size:12px;fill:var(--ink-2)}
.chart .tick-label{font-size:10.5px;fill:var(--ink-3)}
.chart .median-label{font-size:12px;font-weight:600}
.chart .lane-label{font-size:11px;fill:var(--ink-2)}
.mid{text-anchor:middle}
.end{text-anchor:end}
.axis,.tick{stroke:var(--rule-2);fill:none}
.grid,.row-rule{stroke:var(--rule);fill:none}
.band{fill:var(--accent-wash)}
.band-now{fill:none;stroke:var(--accent);stroke-width:1;stroke-dasharray:3 3}
.band-end{stroke:var(--accent);stroke-width:1.5;fill:none}
.whisker{stroke:var(--ink);stroke-width:2;fill:none}
.whisker.strong{stroke-width:2}
.dot{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
.measure .whisker{stroke:var(--v,var(--ink))}
.measure .dot{fill:var(--v,var(--ink))}
.bar{fill:var(--rule-2)}
.bar.in{fill:var(--ink-3)}
.half{stroke:var(--ink-3);stroke-width:1;fill:none}
.median-line{stroke:var(--ink);stroke-dasharray:2 3;fill:none}
.lane{fill:var(--accent);opacity:.8}
.role-cm{fill:var(--ink);stroke:var(--paper)}
.role-smm{fill:var(--paper);stroke:var(--accent);stroke-width:2}
.role-hybrid{fill:var(--ink-3);stroke:var(--paper)}
.role-other{fill:none;stroke:var(--ink-3);stroke-width:2}
.role-line-cm{stroke:var(--ink)}
.role-line-smm{stroke:var(--accent)}
.role-line-hybrid,.role-line-other{stroke:var(--ink-3)}
.series{fill:none;stroke-width:2}
.chart .role-text-smm{fill:var(--accent)}
.claimed{stroke:var(--overstated);stroke-width:1.5;fill:none}
.claimed-head{fill:var(--overstated)}
.node{fill:var(--ink)}
.ribbon{fill:var(--rule-2);opacity:.55}
.ribbon.moved{fill:var(--accent);opacity:.55}
.area rect{fill:var(--accent)}
.area text{text-anchor:middle}
.area .letters{font-size:11px}
.area .share{font-size:13px;font-weight:600}
.a0 rect{fill:none;stroke:var(--rule-2);stroke-dasharray:3 3}
.a1 rect{fill-opacity:.07}
.a2 rect{fill-opacity:.17}
.a3 rect{fill-opacity:.3}
.a4 rect{fill-opacity:.86}
.a4 text,.a5 text{fill:var(--paper)}
.chart+.chart{margin-top:1.6rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.875rem;color:var(--ink-2);margin-top:.3rem}
.key{display:inline-flex;align-items:center;gap:.5em}
.key::before{content:"";width:9px;height:9px;flex:none}
.k-cm::before{border-radius:50%;background:var(--ink)}
.k-smm::before{transform:rotate(45deg);border:2px solid var(--accent)}
.k-hybrid::before{background:var(--ink-3)}
.k-other::before{border:2px solid var(--ink-3)}
.k-claimed::before{width:0;height:0;border:5px solid transparent;border-top:8px solid var(--overstated);border-bottom:0}
.refs{font-size:.8125rem;color:var(--ink-3);margin-top:.6rem;line-height:1.7}
.behind{display:flex;flex-wrap:wrap;gap:.1rem 1.6rem;font-size:.875rem;margin-top:.5rem;align-items:baseline}
.behind details{min-width:0;max-width:100%}
.behind details[open]{flex-basis:100%}
.sql{color:var(--ink-3);font-size:.8125rem}
.csv{padding:.25rem 0;display:inline-block}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.875rem;line-height:1.45;margin:.6rem 0 1rem;min-width:min(100%,34rem)}
.sources table{min-width:100%}
.sources tbody th{min-width:13rem}
caption{text-align:left;font-size:.8125rem;color:var(--ink-3);padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.45rem 1rem .45rem 0;border-top:1px solid var(--rule)}
thead th,thead td{border-top:0;font-weight:600;color:var(--ink-2);vertical-align:bottom}
tbody th{font-weight:500}
.runs{min-width:0;max-width:36rem;font-size:.8125rem}
.runs td:last-child,.runs th:last-child:not(:first-child){text-align:right;padding-right:0}
.runs th,.runs td{padding:.35rem 1.2rem .35rem 0}
.runs small{font-size:.75rem}
td.num{white-space:nowrap}
th.num,td.num{text-align:right;padding-right:0;padding-left:1.2rem}
.outcome{font-weight:600}
.o-failed,.o-refused{color:var(--contradicted)}
.o-partial,.o-throttled,.o-capped,.o-interrupted{color:var(--overstated)}
.o-complete,.o-imported{color:var(--supported)}
`
