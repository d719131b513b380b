/** The style of HTML reports. The content security policy names it by its hash: a test tells the new one when it changes. */
export const reportStyle = `
:root{color-scheme:light dark;--text:#1b1f24;--dim:#57606a;--line:#d0d7de;--back:#fff;--band:#f6f8fa;--link:#0550ae;--bad:#a40e26;--warn:#7a4a00}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--dim:#9da7b1;--line:#3d444d;--back:#0d1117;--band:#161b22;--link:#79b8ff;--bad:#ff9a95;--warn:#e9b65a}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem;max-width:75rem;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--text);background:var(--back)}
a{color:var(--link)}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.35rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.75rem 0 .25rem}
h2 small,h3 small{font-weight:normal;color:var(--dim)}
p,ul,dl{margin:.25rem 0 .75rem}
.dim{color:var(--dim)}
.conflict,.plan-changed{color:var(--bad)}
.tension,.maybe-changed{color:var(--warn)}
.wide{overflow-x:auto}
.wide:focus-visible{outline:2px solid var(--link)}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.9375rem}
caption{text-align:left;color:var(--dim);padding:.25rem 0}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
table.counts{width:auto;min-width:20rem}
thead th{background:var(--band)}
td.number{text-align:right}
.claims{table-layout:fixed}
.claims th:nth-child(1){width:18%}
.claims th:nth-child(2){width:20%}
.claims th:nth-child(4){width:22%}
q{quotes:"\\201c" "\\201d"}
code{font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.notes{display:block;color:var(--dim);font-size:.875rem}
dt{font-weight:600}
dd{margin:0 0 .25rem}
nav ol{columns:22rem;column-gap:2.5rem;padding-left:1.5rem}
nav li{break-inside:avoid}
@page{margin:18mm 15mm;@bottom-right{content:counter(page);font:8pt sans-serif}}
@media print{
:root{--text:#000;--dim:#444;--line:#999;--back:#fff;--band:#eee;--link:#000;--bad:#000;--warn:#000}
html{font-size:9pt}
body{padding:0 1px;max-width:none}
.skip{display:none}
a{text-decoration:none}
nav a,a[href^=http]{text-decoration:underline}
h2,h3,h3+p,caption{break-after:avoid}
thead{display:table-header-group}
tr,dl{break-inside:avoid}
.wide{overflow:visible}
}
`;

/** SHA-256 of `reportStyle`, in base64, as a content security policy names it. */
export const reportStyleHash = 'apsbtouhgSlJnhSHuLGQWikoTb8N6HMljlwuVgVHTp8=';
