/**
 * How the elements look: like a page of a book, as wide as its place. They bring no fonts; the page's own
 * serif will do. A page changes it by the custom properties that begin with `--dramaturg-`, listed in
 * docs/embed.md.
 */
export const sheet = `
:host { display: block; container-type: inline-size; color-scheme: light dark;
  --paper: var(--dramaturg-paper, light-dark(#fbf8f2, #191714)); --ink: var(--dramaturg-ink, light-dark(#211d18, #ece5d8));
  --soft: var(--dramaturg-soft, light-dark(#655d52, #a89f90)); --line: var(--dramaturg-line, light-dark(#e2dacb, #38332c));
  --accent: var(--dramaturg-accent, light-dark(#96321f, #e8967c)); --lit: var(--dramaturg-lit, light-dark(#fbeed3, #3b3220));
  --ui: var(--dramaturg-font-ui, system-ui, sans-serif); --code: var(--dramaturg-font-code, ui-monospace, Menlo, Consolas, monospace); }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
section { background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: var(--dramaturg-radius, .5rem);
  padding: var(--dramaturg-padding, 1.5rem clamp(1rem, 5cqi, 3rem)); overflow-wrap: anywhere; line-height: 1.6;
  font-size: var(--dramaturg-size, 1.125rem); font-family: var(--dramaturg-font, "Source Serif 4 Variable", "Iowan Old Style", Palatino, Georgia, serif); }
[hidden] { display: none !important; }
p { margin: 0 0 .8em; max-width: var(--dramaturg-measure, 36rem); }
.quiet, small { color: var(--soft); font-family: var(--ui); font-size: .875rem; }
.story { margin: 0 -.5rem; padding: 0 .5rem; border-radius: .25rem; }
:is(.story, button, textarea, .choices, .ending):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[data-act] { cursor: pointer; border-radius: .2rem; transition: background-color 120ms ease-out; }
[data-act]:hover { background: color-mix(in srgb, var(--lit) 60%, transparent); }
[data-act][data-lit] { background: var(--lit); }
aside { border-left: 3px solid var(--accent); padding-left: 1rem; margin: 0 0 1.2em; font-size: 1rem; }
aside p { margin-bottom: .4em; }
aside code { font: .875em var(--code); color: var(--accent); }
button { font: 600 1rem var(--ui); color: var(--paper); background: var(--accent); border: 0; border-radius: .3rem; padding: .4rem .9rem; cursor: pointer; }
button.plain { color: var(--accent); background: none; box-shadow: inset 0 0 0 1px var(--line); }
.bar { display: flex; flex-wrap: wrap; gap: .5rem; margin: .8rem 0 0; }
.editor { margin-bottom: 1.2rem; }
textarea { box-sizing: border-box; width: 100%; resize: vertical; font: .875rem/1.5 var(--code); tab-size: 2; color: var(--ink); background: color-mix(in srgb, var(--paper) 92%, var(--ink)); border: 1px solid var(--line); border-radius: .3rem; padding: .75rem; overflow: auto; white-space: pre; }
.mistakes { margin: 0 0 .8em; padding-left: 1.2em; font: .9375rem/1.5 var(--ui); }
.chosen { font-style: italic; color: var(--soft); padding-left: 1rem; border-left: 3px solid var(--line); }
.ask, .ending { font-weight: 600; }
.choices { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: .4rem; max-width: var(--dramaturg-measure, 36rem); border-radius: .25rem; }
.choice { display: flex; gap: .75rem; align-items: baseline; width: 100%; text-align: left; font: 400 1rem/1.4 var(--ui); color: var(--ink); background: none; box-shadow: inset 0 0 0 1px var(--line); padding: .5rem .75rem; transition: background-color 120ms ease-out; }
.choice:hover { background: var(--lit); }
kbd { font: .8125rem var(--code); color: var(--soft); min-width: 1ch; }
[aria-busy="true"] .choice { opacity: .6; cursor: progress; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`
