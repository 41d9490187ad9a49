/**
 * <tact-my-data>: the customer's window. What we know, from where, used for what, until when, who read it, and why some visits are one
 * person; to correct, delete and take along; and the questions that are open.
 *
 *   base   where profile-service is reached, default /tact/profile
 *   lang   en or de, default that of the document
 *
 * Its words are in my-data-en.js and my-data-de.js, of which it loads one; until then it shows what stands in it. What a service does not
 * offer (404) is not shown. Colours and type follow --tact-accent, --tact-danger, --tact-surface, --tact-text, --tact-muted, --tact-radius,
 * --tact-font; --tact-top is the height of what sticks to the top of the page.
 */

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host {
    --accent: var(--tact-accent, #0b6b53);
    --danger: var(--tact-danger, #b3261e);
    --surface: var(--tact-surface, #ffffff);
    --text: var(--tact-text, #17211e);
    --muted: var(--tact-muted, #586762);
    --radius: var(--tact-radius, 14px);
    --line: color-mix(in srgb, var(--text) 14%, var(--surface));
    --tint: color-mix(in srgb, var(--accent) 11%, var(--surface));
    --small: calc(var(--radius) * .6);
    display: block; container-type: inline-size; color-scheme: light dark; color: var(--text);
    font: 400 1rem/1.5 var(--tact-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  }
  :host([hidden]) { display: none; }
  @media (prefers-color-scheme: dark) {
    :host {
      --accent: var(--tact-accent, #6fd6b4);
      --danger: var(--tact-danger, #ffb4a9);
      --surface: var(--tact-surface, #151b19);
      --text: var(--tact-text, #eaf1ee);
      --muted: var(--tact-muted, #a3b2ac);
    }
  }
  * { box-sizing: border-box; margin: 0; }
  [hidden] { display: none !important; }
  ul { padding: 0; list-style: none; }
  h2 { font-size: 1.45rem; line-height: 1.25; font-weight: 650; letter-spacing: -.012em; text-wrap: balance; }
  h3 { font-size: 1.02rem; line-height: 1.4; font-weight: 620; text-wrap: balance; }
  h4, .event h3 { font-size: .92rem; font-weight: 620; }
  h2, h3, h4, p, dd, li, summary { overflow-wrap: anywhere; }
  p { text-wrap: pretty; }
  .muted, dt { color: var(--muted); }
  .muted { font-size: .94rem; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
  [tabindex="-1"]:focus-visible { outline: none; }
  section, [tabindex="-1"] { scroll-margin-top: calc(var(--tact-top, 0rem) + 1.25rem); }

  .page { display: grid; gap: 2.5rem; }
  .sections { display: grid; gap: 3.25rem; min-width: 0; }
  nav ul { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; }
  nav a {
    display: flex; flex-direction: column-reverse; justify-content: flex-end; height: 100%; min-height: 2.75rem; padding: .75rem .95rem;
    background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); color: inherit; text-decoration: none; font-size: .92rem; line-height: 1.35; hyphens: auto;
  }
  nav a:hover { background: var(--tint); }
  nav b { flex: none; font-size: 1.35rem; font-weight: 650; font-variant-numeric: tabular-nums; color: var(--accent); }
  @container (min-width: 58rem) {
    .page { grid-template-columns: 15rem minmax(0, 1fr); gap: 4rem; align-items: start; }
    nav { position: sticky; top: calc(var(--tact-top, 0rem) + 1.25rem); }
    nav ul { grid-template-columns: 1fr; gap: 0; }
    nav a { flex-direction: row; justify-content: space-between; align-items: center; gap: 1rem; padding: .6rem .8rem; background: none; border: 0; border-radius: var(--small); font-size: .95rem; }
    nav b { font-size: .95rem; }
  }

  section > header { display: grid; gap: .3rem; margin-bottom: 1.1rem; max-width: 44rem; }
  .sheet { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 0 1.15rem; }
  .sheet > * { padding: 1.25rem 0; border-top: 1px solid var(--line); }
  .sheet > :first-child { border-top: 0; }
  .sheet + .sheet, .sheet + p { margin-top: 1.1rem; }
  section > h3 { margin: 1.8rem 0 .7rem; }
  .row { display: grid; gap: .9rem; }
  .top { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; justify-content: space-between; align-items: start; }
  .top > :first-child { flex: 1 1 12rem; min-width: 0; display: grid; gap: .1rem; }
  .fact h3 { font-size: .92rem; font-weight: 500; color: var(--muted); }
  .value { font-size: 1.16rem; line-height: 1.35; font-weight: 620; white-space: pre-wrap; }
  .actions { display: flex; flex-wrap: wrap; gap: .5rem; }
  dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); gap: .85rem 1.4rem; font-size: .94rem; }
  dt { font-size: .84rem; } dd { margin: 0; }
  dd p + p { margin-top: .15rem; }
  .fact dl > :first-child, dl > :last-child { grid-column: 1 / -1; }
  @container (min-width: 44rem) {
    .sheet { padding: 0 1.6rem; } .sheet > * { padding: 1.5rem 0; }
    dl { grid-template-columns: repeat(auto-fill, minmax(12.5rem, 1fr)); } .fact dl > :first-child, dl > :last-child { grid-column: auto; }
    .halves { display: grid; grid-template-columns: 1fr 1fr; gap: 1.1rem; } .halves .sheet + .sheet { margin: 0; }
  }
  .badge { display: inline-block; padding: .08rem .6rem; border-radius: .8rem; font-size: .86rem; font-weight: 560; background: color-mix(in srgb, var(--text) 8%, var(--surface)); }
  .badge.told, .badge.joined { background: var(--tint); box-shadow: inset 0 0 0 1.5px var(--accent); }
  .note { padding: .85rem 1rem; border-radius: var(--small); background: var(--tint); font-size: .94rem; display: grid; gap: .5rem; }
  .note b { font-weight: 620; }
  .alert {
    padding: .7rem .9rem; border-radius: var(--small); font-size: .94rem;
    background: color-mix(in srgb, var(--danger) 12%, var(--surface)); border: 1px solid color-mix(in srgb, var(--danger) 55%, var(--surface));
  }
  .lines { display: grid; gap: .35rem; font-size: .94rem; }
  .lines li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1rem 1.2rem; }
  .chips { display: flex; flex-wrap: wrap; gap: .35rem; }

  button, .button {
    display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: .45rem .95rem; cursor: pointer;
    font: inherit; font-size: .95rem; font-weight: 600; line-height: 1.25; text-align: center; text-decoration: none; color: var(--text); background: var(--tint);
    border: 1.5px solid transparent; border-radius: calc(var(--radius) * .7); transition: background-color .15s, color .15s, border-color .15s;
  }
  button:hover, .button:hover { border-color: var(--accent); }
  .quiet { background: none; color: var(--muted); }
  .quiet:hover { color: var(--danger); border-color: currentcolor; }
  .main { background: var(--accent); color: var(--surface); }
  .danger { background: none; color: var(--danger); border-color: color-mix(in srgb, var(--danger) 55%, var(--surface)); }
  .danger:hover { border-color: var(--danger); background: color-mix(in srgb, var(--danger) 10%, var(--surface)); }
  .danger.main { background: var(--danger); color: var(--surface); border-color: var(--danger); }
  button:disabled { opacity: .55; cursor: progress; }
  summary { cursor: pointer; border-radius: 4px; }
  .hours { width: fit-content; padding: .35rem 0; color: var(--muted); font-size: .92rem; text-decoration: underline; text-underline-offset: .2em; }
  .event { padding: 0; }
  .event summary { display: flex; gap: .2rem 1rem; align-items: baseline; padding: .95rem 0; list-style: none; }
  .event summary::-webkit-details-marker { display: none; }
  .event summary::before { content: "+"; flex: none; width: .9rem; color: var(--muted); font-weight: 600; }
  .event[open] summary::before { content: "–"; }
  .event summary > span { flex: 1; min-width: 0; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.2rem; }
  .event summary:hover b { text-decoration: underline; text-underline-offset: .2em; }
  .event summary b { font-weight: 600; }
  .event .row { padding: 0 0 1.3rem 1.9rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .84rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; padding: .8rem .9rem; border-radius: var(--small); background: color-mix(in srgb, var(--text) 5%, var(--surface)); }
  .more { justify-self: center; margin: 1rem auto 0; display: flex; }

  form { display: grid; gap: .9rem; }
  .options { display: flex; flex-wrap: wrap; gap: .5rem; }
  .option { display: inline-flex; align-items: center; gap: .6rem; min-height: 2.75rem; padding: .4rem 1rem .4rem .8rem; border: 1.5px solid var(--line); border-radius: calc(var(--radius) * .7); cursor: pointer; }
  .option:hover { border-color: var(--muted); }
  .option:has(:checked) { border-color: var(--accent); background: var(--tint); }
  .tick { display: grid; grid-template-columns: auto 1fr; gap: .1rem .7rem; align-items: start; cursor: pointer; }
  .tick input { margin-top: .2rem; } .tick .muted { grid-column: 2; }
  input { accent-color: var(--accent); flex: none; }
  input[type=checkbox], input[type=radio] { width: 1.15rem; height: 1.15rem; }
  input[type=text], input[type=number] {
    font: inherit; color: var(--text); background: var(--surface); width: 100%; max-width: 26rem; min-height: 2.9rem; padding: .5rem .8rem;
    border: 1.5px solid var(--muted); border-radius: var(--small);
  }
  .field { display: grid; gap: .3rem; font-weight: 600; }
  .switch { display: grid; grid-template-columns: 1fr auto; gap: .2rem 1.5rem; align-items: center; }
  .switch label { font-weight: 620; cursor: pointer; } .switch p { grid-column: 1; }
  input[role=switch] {
    appearance: none; position: relative; grid-area: 1 / 2 / span 2; width: 3.1rem; height: 1.8rem; border-radius: 99px; cursor: pointer;
    background: color-mix(in srgb, var(--text) 12%, var(--surface)); border: 2px solid var(--muted); transition: background-color .15s, border-color .15s;
  }
  input[role=switch]::before {
    content: ""; position: absolute; inset: 0 auto 0 .22rem; margin: auto 0; width: 1.05rem; height: 1.05rem; border-radius: 50%; background: var(--muted); transition: transform .15s, background-color .15s;
  }
  input[role=switch]:checked { background: var(--accent); border-color: var(--accent); }
  input[role=switch]:checked::before { transform: translateX(1.26rem); background: var(--surface); }
  input:disabled { opacity: .5; }
  .progress li { align-items: center; min-height: 2.75rem; }
  .progress li > :first-child::before { content: "…"; display: inline-block; width: 1.6rem; font-weight: 700; color: var(--muted); }
  .progress li.signed > :first-child::before { content: "✓"; color: var(--accent); }

  dialog {
    width: min(100vw, 36rem); max-width: none; max-height: 92dvh; padding: 0; overflow: auto; inset: auto 0 0 0; margin: auto auto 0; color: var(--text); background: var(--surface);
    border: 1px solid var(--line); border-radius: var(--radius) var(--radius) 0 0; box-shadow: 0 12px 40px rgb(0 0 0 / .22), 0 2px 8px rgb(0 0 0 / .1);
  }
  dialog[open] { animation: rise .25s ease-out; }
  dialog::backdrop { background: rgb(8 14 12 / .55); }
  .inside { display: grid; gap: 1.1rem; padding: 1.4rem 1.25rem calc(1.25rem + env(safe-area-inset-bottom)); }
  .inside .head { display: flex; gap: 1rem; align-items: start; }
  .inside h2 { flex: 1; font-size: 1.25rem; min-width: 0; }
  .close { flex: none; width: 2.75rem; margin: -.5rem -.5rem 0 0; padding: 0; border-radius: 50%; background: none; color: var(--muted); font-size: 1.5rem; font-weight: 400; }
  .inside .actions { justify-content: flex-end; margin-top: .3rem; }
  .inside .block { display: grid; gap: .35rem; }
  .toast {
    position: fixed; z-index: 2147483001; inset: auto 0 1.2rem; margin: 0 auto; width: fit-content; max-width: calc(100vw - 2rem); padding: .7rem 1.1rem;
    color: var(--text); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 12px 40px rgb(0 0 0 / .22);
  }
  .toast:empty { opacity: 0; pointer-events: none; } /* there all the time, or a screen reader would not hear what comes into it */
  @media (min-width: 48rem) {
    dialog { inset: 0; margin: auto; border-radius: var(--radius); max-height: 88dvh; } .inside { padding: 1.75rem; }
  }
  @media (max-width: 47.99rem) { .inside .actions > * { flex: 1 1 auto; } }
  @keyframes rise { from { transform: translateY(1rem); opacity: 0; } }
  @media (prefers-reduced-motion: reduce) { *, *::before, dialog[open] { animation: none !important; transition: none !important; } }
  @media (forced-colors: active) { input[role=switch]::before { background: ButtonText; } input[role=switch]:checked { background: Highlight; } .badge, .note, .option, button, .button { border: 1px solid; } }
  @media print {
    :host { --surface: #fff; --text: #000; --muted: #444; --accent: #000; --danger: #000; }
    nav, input, button, .button, .actions, .options, .tick, dialog, .toast { display: none !important; }
    .page { display: block; } .sections { gap: 1.5rem; } .sheet > * { break-inside: avoid; } h2, h3 { break-after: avoid; }
  }
`);

/** An element with properties, listeners (on…), attributes (aria-…, role) and children; text only ever becomes text. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

const text = (tag, textContent, properties = {}) => make(tag, { textContent, ...properties });
const muted = (textContent) => text("p", textContent, { className: "muted" });
const list = (className, ...items) => make("ul", { className, role: "list" }, ...items);

/** What is listed, by something of it, in the order in which it first comes. */
function groups(listed, by) {
  const found = new Map();
  for (const one of listed) found.set(by(one), [...(found.get(by(one)) ?? []), one]);
  return [...found.values()];
}

const isPlain = (value) => ["string", "number", "boolean"].includes(typeof value);
const latest = (instants) => instants.reduce((one, other) => (one > other ? one : other));
const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds));

/** An answer that is no success: 0 where there was none at all. */
class Refused extends Error {
  constructor(status, type = "") {
    super(`${status} ${type}`);
    this.status = status;
    this.type = type;
  }
}

/** By language, as loaded. */
const WORDS = new Map();
async function learn(language) {
  if (!WORDS.has(language)) WORDS.set(language, (await import(`./my-data-${language}.js`)).default);
}

/** A part that could not be loaded, though there is one. */
const AWAY = Symbol("away");
const PARTS = { known: "/v1/me/data", asked: "/v1/me/questions", limits: "/v1/me/limits", periods: "/v1/retention", erasures: "/v1/me/erasure" };
const EVENTS_AT_ONCE = 10;

class TactMyData extends HTMLElement {
  static observedAttributes = ["lang"];

  #words = null; // in the language in which it stands there
  #parts = null; // by the name of the part: what the service said last, AWAY, or null where it does not offer that
  #trouble = null; // why there are no parts
  #notOffered = new Set();
  #events = EVENTS_AT_ONCE;
  #busy = false;
  #focused = null; // when it became busy
  #following = false;
  #turn = 0;
  #page = make("div", {}, make("slot"));
  #dialog = make("dialog", { "aria-labelledby": "dialog-title" });
  #toast = make("div", { className: "toast", role: "status" });
  #fromElsewhere = () => this.#reload(); // what is allowed decides what may be asked
  #printed = () => this.#page.querySelectorAll("details").forEach((details) => (details.open = true));

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [STYLE];
    this.shadowRoot.append(this.#page, this.#dialog, this.#toast);
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog && !this.#busy) this.#dialog.close(); // the backdrop
    });
    this.#dialog.addEventListener("cancel", (event) => this.#busy && event.preventDefault());
  }

  connectedCallback() {
    window.addEventListener("tact:consent", this.#fromElsewhere);
    window.addEventListener("beforeprint", this.#printed);
    this.#render();
    this.#reload();
  }

  disconnectedCallback() {
    window.removeEventListener("tact:consent", this.#fromElsewhere);
    window.removeEventListener("beforeprint", this.#printed);
  }

  attributeChangedCallback(name, before, now) {
    if (this.isConnected && before !== now) this.#render();
  }

  get #language() {
    const tag = this.lang || this.closest("[lang]")?.lang || document.documentElement.lang;
    return tag.toLowerCase().startsWith("de") ? "de" : "en";
  }

  get #base() {
    return this.getAttribute("base") ?? "/tact/profile";
  }

  /** What may be said twice is said again when nobody answered. */
  async #call(method, path, body) {
    const options = {
      method,
      credentials: "same-origin",
      headers: method === "GET" ? {} : { "X-Tact-CSRF": "1", ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body),
      cache: "no-store",
    };
    const pauses = method === "PUT" || method === "DELETE" ? [300, 1000] : [];
    for (;;) {
      const response = await fetch(this.#base + path, options).catch(() => null);
      const said = await response?.json().catch(() => null); // 204 says nothing
      if (response?.ok) return said;
      if (response?.status < 500 || !pauses.length) throw new Refused(response?.status ?? 0, said?.type);
      await pause(pauses.shift());
    }
  }

  async #reload(fallback) {
    const turn = ++this.#turn;
    this.setAttribute("aria-busy", "true");
    const names = Object.keys(PARTS);
    const answers = await Promise.allSettled(names.map((name) => this.#call("GET", PARTS[name])));
    if (turn !== this.#turn) return;
    this.removeAttribute("aria-busy");
    const [known] = answers;
    this.#trouble = known.reason ?? null;
    if (known.status === "fulfilled") {
      this.#parts = Object.fromEntries(names.map((name, at) => [name, answers[at].value ?? (answers[at].reason?.status === 404 ? null : AWAY)]));
    } else if (known.reason.status === 401) {
      this.#parts = null;
    } else if (this.#parts) {
      this.#announce(this.#words.away); // and goes on to show what was there
    }
    this.#render(fallback);
    if (this.#underWay()) this.#follow();
  }

  // What is shown

  /** Draws all of it anew; what was typed, opened and focused stays so. */
  #render(fallback) {
    this.#words = WORDS.get(this.#language) ?? this.#words;
    if (!WORDS.has(this.#language)) {
      learn(this.#language).then(() => this.#render(fallback), () => {});
      return;
    }
    const focused = this.shadowRoot.activeElement?.id;
    const drafts = [...this.#page.querySelectorAll("form input[id], details[id]")].map(({ id, value, checked, open }) => ({ id, value, checked, open }));
    this.#page.lang = this.#dialog.lang = this.#toast.lang = this.#language;
    this.#page.replaceChildren(this.#parts ? this.#all() : this.#nothing());
    for (const { id, value, checked, open } of drafts) {
      const now = this.#at(id);
      if (now?.localName === "details") now.open = open;
      else if (now?.type === "radio" || now?.type === "checkbox") now.checked = checked;
      else if (now) now.value = value;
    }
    if ((focused || fallback) && !this.#dialog.open) (this.#at(focused) ?? this.#at(fallback))?.focus();
  }

  #at(id) {
    return id ? this.shadowRoot.getElementById(id) : null;
  }

  #nothing() {
    const words = this.#words;
    if (!this.#trouble) return make("div", { className: "sheet" }, muted(words.loading));
    const nobody = this.#trouble.status === 401;
    return make("div", { className: "sheet" }, make("div", { className: "row" },
      text("p", nobody ? words.nobody : words.away, { role: nobody ? "" : "alert" }),
      nobody ? null : make("div", {}, this.#button("again", words.again, () => this.#reload()))));
  }

  #all() {
    const sections = [this.#facts(), this.#questions(), this.#visits(), this.#done(), this.#readers(), this.#rights()].filter(Boolean);
    const links = sections.map(({ id, title, count }) => make("li", {}, make("a", {
      href: `#${id}`,
      onclick: (event) => {
        event.preventDefault();
        this.#at(id).focus({ preventScroll: true });
        this.#at(id).scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
      },
    }, text("span", title), count == null ? null : text("b", ` ${count}`))));
    return make("div", { className: "page" },
      make("nav", { "aria-label": this.#words.onThisPage }, list("", ...links)),
      make("div", { className: "sections" }, ...sections.map(({ element }) => element)));
  }

  #section(id, words, count, ...children) {
    return { id, title: words.title, count, element: make("section", { "aria-labelledby": id },
      make("header", {}, text("h2", words.title, { id, tabIndex: -1 }), muted(words.text)), ...children) };
  }

  #empty(sentence) {
    return make("div", { className: "sheet" }, muted(sentence));
  }

  #facts() {
    const words = this.#words.known;
    const named = groups(this.#parts.known.values, ({ name }) => name);
    return this.#section("known", words, named.length,
      named.length ? list("sheet", ...named.map((values) => this.#fact(values))) : this.#empty(words.none));
  }

  #fact(values) {
    const words = this.#words.known;
    const counting = values.find(({ because }) => because) ?? values[0];
    const others = values.filter((value) => value !== counting);
    const { name, value } = counting;
    const label = this.#label(name);
    const id = `fact-${name}`;
    const inferred = values.every((one) => one.class === "inferred");
    const says = (words, action, tone) => this.#button(`${action.name}-${name}`, words, () => action.run(values, label), tone, this.#words.of(words, label));
    const correct = isPlain(value) && !this.#notOffered.has("PUT") ? says(words.correct, { name: "correct", run: (...of) => this.#correct(...of) }) : null;
    const remove = inferred || this.#notOffered.has("DELETE") ? null : says(words.remove, { name: "remove", run: (...of) => this.#remove(...of) }, "quiet");
    return make("li", { className: "row fact" },
      make("div", { className: "top" },
        make("div", {}, text("h3", label, { id, tabIndex: -1 }), text("p", this.#said(value, name), { className: "value", dir: "auto" })),
        make("div", { className: "actions" }, correct, remove)),
      make("dl", {},
        this.#term(words.from, ...this.#origin(counting)),
        this.#term(words.since, this.#date(counting.at)),
        this.#term(words.until, this.#end(counting)),
        this.#term(words.keptUnder, this.#identity(counting.recordedUnder)),
        this.#term(words.usedFor, ...this.#uses(counting)),
        this.#term(words.why, this.#why(counting))),
      inferred ? muted(words.inferred) : null,
      others.length ? make("div", { className: "note" },
        text("h4", words.others),
        list("lines", ...others.map((other) => make("li", {},
          text("b", this.#said(other.value, name), { dir: "auto" }),
          make("span", {}, ...this.#origin(other), `, ${this.#date(other.at)}`)))),
        muted(words.othersText)) : null);
  }

  /** A term with what stands for it: each a text or an element. */
  #term(term, ...described) {
    const shown = described.filter(Boolean);
    return shown.length ? make("div", {}, text("dt", term), make("dd", {}, ...shown)) : null;
  }

  #origin({ class: valueClass, source, provider }) {
    const words = this.#words;
    return [text("span", words.class[valueClass] ?? valueClass, { className: `badge ${valueClass}` }), " ",
      [words.source[source] ?? source, provider ? words.known.provider(provider) : ""].filter(Boolean).join(" ")];
  }

  #end({ class: valueClass, until, usedUntil }) {
    const words = this.#words.known;
    const ends = Object.values(usedUntil ?? {});
    if (until || ends.length) return this.#date(until ?? latest(ends));
    return valueClass === "inferred" ? words.asItsEvents : words.noEnd;
  }

  /** Each purpose, with its end where they differ. */
  #uses({ purposes, usedUntil = {}, ground }) {
    const words = this.#words;
    const alike = new Set(Object.values(usedUntil)).size < 2;
    const of = (purpose) => make("p", {}, this.#purpose(purpose),
      alike || !usedUntil[purpose] ? null : text("span", ` ${words.until(this.#date(usedUntil[purpose]))}`, { className: "muted" }));
    if (purposes.length) return purposes.map(of);
    return [ground === "contract" ? words.done.onlyOrder : words.known.nothing];
  }

  #why({ class: valueClass, because }) {
    const sentence = this.#words.because[because];
    return typeof sentence === "object" ? sentence[valueClass] : sentence;
  }

  #identity(key) {
    const { type } = this.#parts.known.identities.find((identity) => identity.key === key) ?? {};
    return type && this.#sentence(this.#words.identity[type] ?? type);
  }

  #purpose(name) {
    const words = this.#words;
    return name.startsWith("sensitive:") ? words.sensitive(this.#humane(name.slice(10))) : words.purpose[name] ?? name;
  }

  /** A name that a shop gave to a value: as it asks, as we say, or as it stands. */
  #label(name) {
    const key = name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
    return this.#question(name)?.text[this.#language] ?? this.#words.name[key] ?? this.#humane(name);
  }

  #humane(name) {
    return this.#sentence(name.replace(/[_.-]+/g, " ").trim() || name);
  }

  #sentence(words) {
    return words.charAt(0).toLocaleUpperCase(this.#language) + words.slice(1);
  }

  #question(name) {
    const { open = [], answered = [], aboutSomebodyElse = [] } = this.#parts.asked ?? {};
    return [...open, ...[...answered, ...aboutSomebodyElse].map(({ question }) => question)].find((question) => question.name === name);
  }

  /** A value in words. */
  #said(value, name) {
    const words = this.#words;
    const choice = this.#question(name)?.answer.choices?.find((one) => one.value === value);
    if (choice) return choice.label[this.#language];
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (typeof value === "number") return value.toLocaleString(this.#locale);
    if (Array.isArray(value)) return value.map((one) => this.#said(one, name)).join(", ") || "–";
    if (value === null || value === "") return "–";
    if (typeof value === "object") return JSON.stringify(value);
    return /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(value) ? this.#date(value) : value;
  }

  #questions() {
    const words = this.#words.questions;
    const { asked, known } = this.#parts;
    if (asked === null) return null;
    if (asked === AWAY) return this.#section("questions", words, null, this.#empty(this.#words.partAway));
    const { open, answered, aboutSomebodyElse } = asked;
    const takeBack = (name, label, done = words.takenBack) => this.#button(`back-${name}`, label, () => this.#act(
      () => this.#call("DELETE", `/v1/me/questions/${encodeURIComponent(name)}/answer`), done, "questions"), "", this.#words.of(label, this.#label(name)));
    const line = (name, value, until, ...actions) => make("li", { className: "row" }, make("div", { className: "top" },
      make("div", {}, text("h4", this.#label(name)), value === undefined ? null : text("p", this.#said(value, name), { className: "value", dir: "auto" }),
        until ? muted(this.#sentence(this.#words.until(this.#date(until)))) : null),
      make("div", { className: "actions" }, ...actions)));
    const block = (title, lines) => (lines.length ? [text("h3", title), list("sheet", ...lines)] : []);
    return this.#section("questions", words, open.length,
      open.length ? list("sheet", ...open.map((question) => make("li", {}, this.#ask(question)))) : this.#empty(words.none),
      ...block(words.answered, answered.map(({ question, value, until }) => line(question.name, value, until,
        this.#button(`change-${question.name}`, words.change, () => this.#change(question, value), "", this.#words.of(words.change, this.#label(question.name))),
        takeBack(question.name, words.takeBack)))),
      ...block(words.elsewhere, known.aboutSomebodyElse.map(({ question, value, until }) => line(question, value, until, takeBack(question, words.takeBack)))),
      ...block(words.skips, known.skipped.map(({ question, until }) => line(question, undefined, until, takeBack(question, words.askAgain, words.open)))),
      asked.withheld ? muted(words.withheld) : null);
  }

  /** A question with what is asked and what for, to answer or to skip. */
  #ask(question) {
    const words = this.#words.questions;
    const { name, why, benefit, purpose, keepFor, answer } = question;
    const language = this.#language;
    const id = `ask-${name}`;
    const control = this.#control(id, answer, undefined, { "aria-labelledby": id, "aria-describedby": `${id}-why` });
    const alert = this.#alert();
    const about = make("input", { type: "checkbox", id: `${id}-about`, "aria-describedby": `${id}-about-text` });
    const put = (body, done) => this.#act(() => this.#answer(question, body), done, "questions", alert);
    return make("form", { noValidate: true, onsubmit: (event) => {
      event.preventDefault();
      const value = control.read();
      if (value === undefined) return this.#complain(alert, words.first, control.first);
      put({ value, ...(about.checked && { about: "somebody-else" }) }, words.kept);
    } },
    text("h3", question.text[language], { id }),
    make("dl", { id: `${id}-why` },
      this.#term(words.why, why[language]), this.#term(words.youGet, benefit[language]),
      this.#term(words.usedFor, `${this.#purpose(purpose)}, ${words.keptFor(this.#period(keepFor))}`)),
    control.element,
    make("label", { className: "tick" }, about, words.about, text("span", words.aboutText, { className: "muted", id: `${id}-about-text` })),
    alert,
    make("div", { className: "actions" },
      this.#submit(words.answer, `${id}-save`),
      this.#button(`${id}-skip`, words.skip, () => put({ skip: true }, words.skipped), "", this.#words.of(words.skip, question.text[language]))));
  }

  async #answer({ name, purpose }, body) {
    const said = await this.#call("PUT", `/v1/me/questions/${encodeURIComponent(name)}/answer`, body);
    if (said && !said.kept) throw Object.assign(new Refused(200), { sentence: this.#words.questions[said.reason]?.(this.#purpose(purpose)) });
  }

  /** Where a value is entered: what it is made of, and what it holds, undefined where that is none. */
  #control(id, { type, choices, many, min, max, longest }, current, named) {
    const words = this.#words;
    if (type === "choice" || type === "boolean") {
      const options = type === "boolean" ? [[true, words.yes], [false, words.no]] : choices.map(({ value, label }) => [value, label[this.#language]]);
      const inputs = options.map(([value], at) => make("input", {
        type: many ? "checkbox" : "radio", name: id, id: `${id}-${at}`, checked: many ? !!current?.includes?.(value) : value === current }));
      const chosen = () => options.filter((option, at) => inputs[at].checked).map(([value]) => value);
      return {
        element: make("div", { className: "options", role: many ? "group" : "radiogroup", ...named },
          ...options.map(([, label], at) => make("label", { className: "option" }, inputs[at], text("span", label)))),
        first: inputs[0],
        read: () => (many ? (chosen().length ? chosen() : undefined) : chosen()[0]),
      };
    }
    const number = type === "number";
    const input = make("input", { type: number ? "number" : "text", id: `${id}-input`, value: current ?? "", autocomplete: "off", ...named });
    if (number) {
      Object.assign(input, { step: "any", ...(min != null && { min, max, placeholder: words.questions.number(min, max) }) });
    } else if (longest) {
      input.maxLength = longest;
    }
    return {
      element: input,
      first: input,
      read: () => (number ? (Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : undefined) : input.value.trim() || undefined),
    };
  }

  #visits() {
    const words = this.#words.visits;
    const { identities, links } = this.#parts.known;
    const called = (type) => this.#sentence(this.#words.identity[type] ?? type);
    return this.#section("visits", words, links.length,
      make("div", { className: "sheet" }, make("div", { className: "row" },
        text("h3", words.here),
        list("lines", ...identities.map(({ type, firstSeenAt }) => make("li", {}, text("b", called(type)), text("span", words.firstSeen(this.#date(firstSeenAt)), { className: "muted" })))),
        links.length ? null : muted(words.none))),
      links.length ? list("sheet", ...links.map((link) => make("li", { className: "row" },
        make("div", { className: "top" },
          make("div", {}, text("h3", called(link.type)), muted(words.firstSeen(this.#date(link.since)))),
          text("span", link.joined ? words.joined : words.apart, { className: `badge ${link.joined ? "joined" : ""}` })),
        text("p", this.#reason(link)),
        link.evidence?.length ? make("div", { className: "lines" }, text("h4", words.evidence), list("lines", ...link.evidence.map(({ rule, source, at }) => make("li", {},
          text("span", this.#words.rule[rule] ?? rule),
          text("span", [source, this.#moment(at)].filter(Boolean).join(", "), { className: "muted" }))))) : null))) : null);
  }

  /** Why two identities are, or are not, one person. */
  #reason({ state, permitted, acrossDevices, joined, because }) {
    const words = this.#words.visits;
    const says = [words[state] ?? state];
    if (state !== "claimed" && !permitted) says.push(words.notPermitted);
    else if (state !== "claimed" && !joined) says.push(because === "shared" ? words.shared : acrossDevices || because !== "other-device" ? words.other : words.notAcross);
    return says.join(" ");
  }

  #done() {
    const words = this.#words.done;
    const { events, more } = this.#parts.known;
    const shown = events.slice(0, this.#events);
    return this.#section("done", words, `${events.length}${more ? "+" : ""}`,
      events.length ? list("sheet", ...shown.map((event, at) => make("li", { className: "event" }, this.#event(event, at)))) : this.#empty(words.none),
      shown.length < events.length ? this.#button("more", words.more, () => {
        const next = `event-${this.#events}`;
        this.#events += EVENTS_AT_ONCE;
        this.#render();
        this.#at(next).firstChild.focus();
      }, "more") : more ? muted(words.older) : null);
  }

  #event(event, at) {
    const words = this.#words;
    const { name, products = [], properties, said, orderId } = event;
    const what = [properties?.name, properties?.title, properties?.query, products[0]?.productId].find((one) => typeof one === "string");
    return make("details", { id: `event-${at}`, className: "event" },
      make("summary", {}, make("span", {},
        make("span", {}, text("b", words.event[name] ?? this.#humane(name)), what ? text("span", `: ${what}`, { dir: "auto" }) : null),
        text("span", this.#moment(event.at), { className: "muted" }))),
      make("div", { className: "row" },
        make("dl", {},
          this.#term(words.known.from, event.source),
          this.#term(words.known.usedFor, ...this.#uses(event)),
          this.#term(words.known.until, event.usedUntil ? this.#end(event) : null),
          this.#term(words.done.received, this.#moment(event.receivedAt)),
          this.#term(words.done.order, orderId),
          this.#term(words.done.items, products.map(({ productId, quantity }) => (quantity > 1 ? `${quantity} × ${productId}` : productId)).join(", "))),
        properties || said ? make("div", { className: "lines" }, text("h3", words.done.all), text("pre", JSON.stringify({ ...properties, ...said }, null, 2))) : null));
  }

  #readers() {
    const words = this.#words.readers;
    const read = groups(this.#parts.known.reads, ({ client, purpose }) => `${client} ${purpose}`);
    const looks = this.#parts.known.lookups ?? [];
    return this.#section("readers", words, new Set(this.#parts.known.reads.map(({ client }) => client)).size + (looks.length ? 1 : 0),
      read.length || looks.length
        ? list("sheet", ...read.map((hours) => this.#reader(hours)), looks.length ? make("li", { className: "row" },
          text("h3", words.staff), muted(words.staffText),
          list("lines", ...looks.map(({ at, reason }) => make("li", {}, text("span", this.#moment(at)), text("span", reason, { className: "muted", dir: "auto" }))))) : null)
        : this.#empty(words.none));
  }

  #reader(hours) {
    const words = this.#words.readers;
    const [{ client, purpose }] = hours;
    const times = (reads) => words.times(reads.toLocaleString(this.#locale));
    const names = [...new Set(hours.flatMap(({ shown }) => shown))].map((name) => this.#label(name));
    return make("li", { className: "row" },
      make("div", { className: "top" },
        make("div", {}, text("h3", client === "visitor" ? words.visitor : client), muted(this.#purpose(purpose))),
        muted(`${times(hours.reduce((sum, { reads }) => sum + reads, 0))}, ${words.last(this.#moment(latest(hours.map(({ lastAt }) => lastAt))))}`)),
      names.length
        ? make("div", { className: "lines" }, text("h4", words.saw), list("chips", ...names.map((name) => text("li", name, { className: "badge" }))))
        : muted(words.sawNothing),
      hours.some(({ withheld }) => withheld) ? muted(words.withheld) : null,
      make("details", { id: `reader-${client}-${purpose}` }, text("summary", words.hours, { className: "hours" }),
        list("lines", ...hours.map(({ firstAt, reads }) => make("li", {}, text("span", this.#moment(firstAt)), text("span", times(reads), { className: "muted" }))))));
  }

  #rights() {
    const words = this.#words.rights;
    const file = (kind, title, sentence) => make("div", { className: "sheet" }, make("div", { className: "row" },
      text("h4", title), muted(sentence),
      make("div", {}, text("a", words.download, {
        id: `export-${kind}`, className: "button", href: `${this.#base}/v1/me/export?kind=${kind}`, download: "", "aria-label": this.#words.of(words.download, title) }))));
    return this.#section("rights", words, null,
      text("h3", words.take),
      make("div", { className: "halves" }, file("access", words.access, words.accessText), file("portability", words.portability, words.portabilityText)),
      ...this.#limits(), ...this.#periods(), ...this.#erasing());
  }

  /** A part of its own, where the service offers it. */
  #part(title, part, draw) {
    if (part === null) return [];
    return [text("h3", title, { id: `part-${title}` }), part === AWAY ? this.#empty(this.#words.partAway) : draw(part)];
  }

  #limits() {
    const words = this.#words.rights;
    return this.#part(words.limits, this.#parts.limits, (limits) => make("div", { className: "sheet" }, ...["restricted", "objected"].map((limit) => {
      const alert = this.#alert();
      const control = make("input", { type: "checkbox", role: "switch", id: limit, checked: limits[limit], "aria-describedby": `${limit}-text`, onchange: async () => {
        const on = control.checked;
        const { restricted, objected } = limits;
        const changed = await this.#act(() => this.#call("PUT", "/v1/me/limits", { restricted, objected, [limit]: on }), on ? words.limitOn : words.limitOff, limit, alert);
        if (!changed) control.checked = !on;
      } });
      return make("div", { className: "switch" }, make("label", { htmlFor: limit, textContent: words[limit] }), control,
        text("p", words[`${limit}Text`], { id: `${limit}-text`, className: "muted" }), alert);
    })));
  }

  #periods() {
    const words = this.#words.rights;
    return this.#part(words.periods, this.#parts.periods, ({ purposes = {}, others, contract, reads, deadLetters }) => make("div", { className: "sheet" }, make("div", { className: "row" },
      muted(words.periodsText),
      make("dl", {}, ...[
        ...Object.entries(purposes).map(([purpose, period]) => [this.#purpose(purpose), period]),
        [words.forContract, contract], [words.forReads, reads], [words.forDeadLetters, deadLetters], [words.forOthers, others],
      ].map(([what, period]) => (period ? this.#term(what, this.#period(period)) : null))))));
  }

  #erasing() {
    const words = this.#words.erase;
    return this.#part(words.title, this.#parts.erasures, ({ requests }) => make("div", { className: "sheet" },
      make("div", { className: "row" }, text("p", words.text), make("div", {}, this.#button("erase", words.ask, () => this.#erase(), "danger"))),
      ...requests.map((request) => this.#request(request))));
  }

  #request({ requestedAt, status, answered, missing, receipts = [] }) {
    const words = this.#words.erase;
    const signed = (service) => receipts.find((receipt) => receipt.service === service)?.receipt;
    const name = (service) => this.#words.service[service] ?? service;
    return make("div", { className: "row" },
      make("div", { className: "top" },
        text("h4", words.request(this.#moment(requestedAt))),
        text("span", status === "complete" ? words.done : words.underWay, { className: `badge ${status === "complete" ? "joined" : ""}` })),
      list("lines progress",
        ...answered.map((service) => make("li", { className: "signed" }, text("span", `${name(service)}: ${words.answered}`), signed(service) ? make("a", {
          className: "button", download: `receipt-${service}.jwt`, href: `data:application/jwt,${encodeURIComponent(signed(service))}`,
          textContent: words.receipt, "aria-label": this.#words.of(words.receipt, name(service)) }) : null)),
        ...missing.map((service) => make("li", {}, text("span", `${name(service)}: ${words.missing}`)))));
  }

  // What is done

  #correct(values, label) {
    const words = this.#words.known;
    const { name, value } = values.find(({ because }) => because) ?? values[0];
    const answered = this.#parts.asked?.answered?.find(({ question }) => question.name === name);
    if (answered) return this.#change(answered.question, answered.value);
    const boolean = typeof value === "boolean";
    const control = this.#control("new", { type: boolean ? "boolean" : typeof value === "number" ? "number" : "text", longest: 200 }, value, boolean ? { "aria-labelledby": "dialog-title" } : {});
    return this.#enter(this.#words.of(words.correct, label), words.correctText,
      boolean ? control.element : make("label", { className: "field" }, words.newValue, control.element),
      control, (entered) => this.#call("PUT", `/v1/me/values/${encodeURIComponent(name)}`, { value: entered }), words.corrected, `fact-${name}`, "PUT");
  }

  /** An answer to a question, anew. */
  #change(question, value) {
    const control = this.#control("new", question.answer, value, { "aria-labelledby": "dialog-title" });
    return this.#enter(question.text[this.#language], question.why[this.#language], control.element, control,
      (entered) => this.#answer(question, { value: entered }), this.#words.questions.kept, `fact-${question.name}`);
  }

  /** Asks for a value, and keeps it. */
  #enter(title, sentence, element, control, keep, done, fallback, offered) {
    const words = this.#words;
    const alert = this.#alert();
    this.#open(title, make("form", { noValidate: true, onsubmit: (event) => {
      event.preventDefault();
      const entered = control.read();
      if (entered === undefined) return this.#complain(alert, words.invalid, control.first);
      this.#act(() => keep(entered), done, fallback, alert, offered);
    } }, muted(sentence), element, alert, this.#choices(this.#submit(words.save))));
    control.first.focus();
  }

  #remove([{ name }], label) {
    const words = this.#words.known;
    const alert = this.#alert();
    this.#open(words.removeTitle(label), text("p", words.removeText), alert, this.#choices(this.#button("confirm", words.remove,
      () => this.#act(() => this.#call("DELETE", `/v1/me/values/${encodeURIComponent(name)}`), words.removed, "known", alert, "DELETE"), "danger main")));
  }

  /** First what would go, and only then the question. */
  async #erase() {
    const words = this.#words.erase;
    const place = make("div", { className: "inside-part" }, muted(words.looking));
    const alert = this.#alert();
    this.#open(words.title, place, alert);
    try {
      const would = await this.#call("POST", "/v1/me/erasure", { dryRun: true });
      if (place.isConnected) place.replaceWith(...this.#dryRun(would));
    } catch (failure) {
      place.remove();
      this.#complain(alert, this.#sentenceFor(failure));
    }
  }

  #dryRun({ identities, deleted, services }) {
    const words = this.#words.erase;
    const alert = this.#alert();
    const counted = (count, said, name) => said?.(count.toLocaleString(this.#locale)) ?? `${this.#humane(name)}: ${count.toLocaleString(this.#locale)}`;
    const block = (title, lines) => (lines.length ? make("div", { className: "block" }, text("h3", title), list("lines", ...lines.map((line) => text("li", line)))) : null);
    const stores = deleted.filter(({ rows }) => rows > 0).sort((one, other) => other.rows - one.rows);
    const understood = make("input", { type: "checkbox", id: "understood" });
    return [
      make("div", { className: "note" }, text("b", words.would), words.wouldText),
      stores.length || identities.length ? null : muted(words.empty),
      block(words.identities, identities.map(({ type, count }) => counted(count, words.count[type], type))),
      block(words.stores, stores.map(({ store, rows: count }) => counted(count, this.#words.store[store], store))),
      block(words.services, services.length ? [services.map((service) => this.#words.service[service] ?? service).join(" · ")] : []),
      text("p", words.final),
      make("label", { className: "tick" }, understood, words.understood),
      alert,
      this.#choices(this.#button("confirm", words.confirm, () => {
        if (!understood.checked) return this.#complain(alert, words.tick, understood);
        return this.#act(() => this.#requestErasure(), words.begun, "erase", alert);
      }, "danger main"), words.keep),
    ].filter(Boolean);
  }

  /** An answer may get lost on its way: then the list of requests says whether it arrived. */
  async #requestErasure() {
    const before = this.#parts.erasures.requests.length;
    try {
      await this.#call("POST", "/v1/me/erasure", { dryRun: false });
    } catch (failure) {
      const now = failure.status && failure.status < 500 ? null : await this.#call("GET", PARTS.erasures).catch(() => null);
      if (!(now?.requests.length > before)) throw failure;
    }
  }

  #underWay() {
    return this.#parts?.erasures?.requests?.some(({ status }) => status !== "complete");
  }

  /** Until each service has answered, and then looks at what is left. */
  async #follow() {
    if (this.#following) return;
    this.#following = true;
    for (let wait = 1000; this.isConnected && this.#underWay(); wait = Math.min(wait * 1.3, 30_000)) {
      await pause(wait);
      const erasures = await this.#call("GET", PARTS.erasures).catch(() => null);
      if (!erasures || !this.#parts || JSON.stringify(erasures) === JSON.stringify(this.#parts.erasures)) continue;
      this.#parts.erasures = erasures;
      this.#render();
    }
    this.#following = false;
    if (!this.isConnected || !this.#parts) return;
    this.#announce(this.#words.erase.complete);
    await this.#reload();
  }

  /**
   * One thing at a time: does it, says so, and shows what holds then; or says in plain words that it was not done, and leaves all that
   * was entered.
   */
  async #act(work, done, fallback, alert = null, offered = null) {
    if (this.#busy) return false;
    this.#setBusy(true);
    if (alert) alert.hidden = true;
    try {
      await work();
      this.#setBusy(false);
      this.#dialog.close();
      this.#announce(done);
      await this.#reload(fallback);
      return true;
    } catch (failure) {
      this.#setBusy(false);
      const gone = failure.type?.endsWith("/value-unknown") || failure.type?.endsWith("/question-unknown");
      if (failure.status === 404 && !gone && offered) this.#notOffered.add(offered);
      if (gone) {
        this.#dialog.close();
        this.#announce(this.#words.gone);
        await this.#reload(fallback);
      } else if (alert) {
        this.#complain(alert, this.#sentenceFor(failure));
        if (this.#notOffered.has(offered)) this.#render();
      } else {
        this.#announce(this.#sentenceFor(failure));
      }
      return false;
    }
  }

  #sentenceFor({ status, type = "", sentence }) {
    const words = this.#words;
    if (sentence) return sentence;
    if (type.endsWith("-protected")) return words.protectedValue;
    return { 400: words.invalid, 401: words.nobody, 404: words.notOffered, 422: words.invalid }[status] ?? words.failed;
  }

  /** What is disabled loses the focus, and gets it back. */
  #setBusy(busy) {
    this.#busy = busy;
    if (busy) this.#focused = this.shadowRoot.activeElement;
    for (const button of this.shadowRoot.querySelectorAll("button")) button.disabled = busy;
    if (!busy) this.#focused?.focus();
  }

  #alert() {
    return make("div", { className: "alert", role: "alert", hidden: true });
  }

  #complain(alert, sentence, control) {
    alert.hidden = false;
    alert.textContent = sentence;
    control?.focus();
  }

  #announce(sentence) {
    this.#toast.textContent = sentence;
    setTimeout(() => this.#toast.textContent === sentence && this.#toast.replaceChildren(), 6000);
  }

  #open(title, ...children) {
    this.#dialog.replaceChildren(make("div", { className: "inside" },
      make("div", { className: "head" },
        text("h2", title, { id: "dialog-title", tabIndex: -1 }),
        make("button", { type: "button", className: "close", "aria-label": this.#words.close, textContent: "×", onclick: () => this.#dialog.close() })),
      ...children));
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#dialog.querySelector("h2").focus();
  }

  /** The way back first, then the way on. */
  #choices(onward, back = this.#words.cancel) {
    return make("div", { className: "actions" }, this.#button("back", back, () => this.#dialog.close()), onward);
  }

  #button(id, label, onclick, className = "", spoken = label) {
    return make("button", { type: "button", id, className, textContent: label, "aria-label": spoken, onclick });
  }

  #submit(label, id = "submit") {
    return make("button", { type: "submit", id, className: "main", textContent: label });
  }

  get #locale() {
    return navigator.languages.find((tag) => tag.startsWith(this.#language)) ?? this.#language;
  }

  /** A day without a time is the same everywhere. */
  #date(instant) {
    return new Date(instant).toLocaleDateString(this.#locale, { dateStyle: "long", ...(instant.length === 10 && { timeZone: "UTC" }) });
  }

  #moment(instant) {
    return new Date(instant).toLocaleString(this.#locale, { dateStyle: "medium", timeStyle: "short" });
  }

  /** P13M, P10Y or P365D in words. */
  #period(iso) {
    const [, years, months, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(iso) ?? [];
    return [[years, "year"], [months, "month"], [days, "day"]].filter(([count]) => count)
      .map(([count, unit]) => new Intl.NumberFormat(this.#locale, { style: "unit", unit, unitDisplay: "long" }).format(count)).join(" ") || iso;
  }
}

if (!customElements.get("tact-my-data")) customElements.define("tact-my-data", TactMyData);
