/**
 * How an embedded story looks: like a page of a book, as wide as its place. It brings no fonts; the page's
 * own serif will do.
 */
export const sheet = `
:host { display: block; container-type: inline-size; color-scheme: light dark;
  --paper: light-dark(#fbf8f2, #191714); --ink: light-dark(#211d18, #ece5d8); --soft: light-dark(#655d52, #a89f90);
  --line: light-dark(#e2dacb, #38332c); --accent: light-dark(#96321f, #e8967c); --lit: light-dark(#fbeed3, #3b3220); }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
section { background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: .5rem; padding: 1.5rem clamp(1rem, 5cqi, 3rem);
  font: 400 1.125rem/1.6 "Source Serif 4 Variable", "Iowan Old Style", Palatino, Georgia, serif; overflow-wrap: anywhere; }
p { margin: 0 0 .8em; max-width: 36rem; }
.quiet, small { color: var(--soft); font-family: system-ui, sans-serif; font-size: .875rem; }
.story { margin: 0 -.5rem; padding: 0 .5rem; border-radius: .25rem; }
.story:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[data-act] { cursor: pointer; border-radius: .2rem; transition: background-color 120ms ease-out; }
[data-act]:hover { background: color-mix(in srgb, var(--lit) 60%, transparent); }
[data-act][data-lit] { background: var(--lit); }
aside { border-left: 3px solid var(--accent); padding-left: 1rem; margin: 0 0 1.2em; font-size: 1rem; }
aside p { margin-bottom: .4em; }
aside code { font: .875em ui-monospace, Menlo, Consolas, monospace; color: var(--accent); }
button { font: 600 1rem system-ui, sans-serif; color: var(--paper); background: var(--accent); border: 0; border-radius: .3rem; padding: .4rem .9rem; cursor: pointer; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`
