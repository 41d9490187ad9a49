/**
 * <tact-shelf placement="product.complements" item="tent-1">: a row of suggestions, each with its reason.
 *
 *   placement  which list; item, category, basket (ids, separated by spaces) as that list needs them
 *   limit      how many at most, default 6
 *   fill       fills a short list up with popular things, which say so
 *   base       where the shop forwards to the services, default /tact
 *   lang       en or de, default that of the document
 *
 * Keeps its height while it loads. With nothing to suggest it takes the attribute `hidden`, so that the page can hide what belongs to
 * it. `state` is loading, shown, empty or failed; each change fires `tact:shelf` with {placement, state, rung, items}. Loads again on
 * `tact:consent`. Colours and type follow --tact-accent, --tact-surface, --tact-text, --tact-muted, --tact-radius, --tact-font.
 */

const WORDS = {
  en: {
    list: "Suggestions",
    why: "Why am I seeing this?",
    none: "Uses this page only",
    experience: "Uses what you allowed: your visits and orders here",
    marketing: "Advertisement, uses what you allowed: your basket",
    failed: "The suggestions could not be loaded.",
    again: "Try again",
  },
  de: {
    list: "Vorschläge",
    why: "Warum sehe ich das?",
    none: "Verwendet nur diese Seite",
    experience: "Verwendet, was Sie erlaubt haben: Ihre Besuche und Bestellungen hier",
    marketing: "Werbung, verwendet, was Sie erlaubt haben: Ihren Warenkorb",
    failed: "Die Vorschläge konnten nicht geladen werden.",
    again: "Noch einmal versuchen",
  },
};

const PATIENCE = 5_000;

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host {
    --accent: var(--tact-accent, #0b6b53);
    --surface: var(--tact-surface, #ffffff);
    --text: var(--tact-text, #17211e);
    --muted: var(--tact-muted, #586762);
    --radius: var(--tact-radius, 14px);
    --line: color-mix(in srgb, var(--text) 14%, var(--surface));
    --sunken: color-mix(in srgb, var(--text) 6%, var(--surface));
    --card: clamp(9.5rem, (100% - 5rem) / 6, 13rem);
    display: block;
    color-scheme: light dark;
    color: var(--text);
    font: 400 .9375rem/1.4 var(--tact-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --accent: var(--tact-accent, #6fd6b4);
      --surface: var(--tact-surface, #151b19);
      --text: var(--tact-text, #eaf1ee);
      --muted: var(--tact-muted, #a3b2ac);
    }
  }
  :host([hidden]) { display: none; }
  * { box-sizing: border-box; margin: 0; }
  .row {
    display: grid; grid-auto-flow: column; grid-auto-columns: var(--card); gap: 1rem;
    padding: .25rem .25rem .6rem; margin-inline: -.25rem; list-style: none;
    overflow-x: scroll; overscroll-behavior-x: contain; scroll-snap-type: x proximity; scroll-padding-inline: .25rem; scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .row > li { scroll-snap-align: start; }
  .card { display: grid; grid-template-rows: auto 2.8em 1.5em 4.05em; gap: .35rem; color: inherit; text-decoration: none; border-radius: var(--radius); }
  .picture { aspect-ratio: 1; border-radius: var(--radius); background: var(--sunken); overflow: hidden; }
  .picture img { display: block; width: 100%; height: 100%; object-fit: cover; transition: transform .3s ease; }
  .card:hover img { transform: scale(1.03); }
  .title, .reason { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
  .title { font-weight: 600; }
  .card:hover .title { text-decoration: underline; text-underline-offset: .2em; }
  .price { font-variant-numeric: tabular-nums; }
  .reason { -webkit-line-clamp: 3; font-size: .8125rem; line-height: 1.55; color: var(--muted); }
  .card:focus-visible, summary:focus-visible, button:focus-visible, .row:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
  .foot { min-height: 2.75rem; }
  summary { display: inline-flex; align-items: center; gap: .45rem; min-height: 2.75rem; cursor: pointer; color: var(--muted); font-size: .875rem; list-style: none; border-radius: .4rem; }
  summary::-webkit-details-marker { display: none; }
  summary::before { content: "?"; display: grid; place-items: center; inline-size: 1.25rem; block-size: 1.25rem; border: 1px solid currentColor; border-radius: 50%; font-size: .75rem; line-height: 1; }
  summary:hover { color: var(--text); }
  .why { display: grid; gap: .35rem; max-width: 60ch; padding: .9rem 1.1rem; background: var(--sunken); border-radius: var(--radius); }
  .why p:last-child { color: var(--muted); font-size: .875rem; }
  .bone { align-self: start; block-size: 1.15em; background: var(--sunken); border-radius: .4rem; }
  .bone.short { inline-size: 45%; }
  .waiting .picture, .bone { animation: breathe 1.6s ease-in-out infinite alternate; }
  @keyframes breathe { from { opacity: 1; } to { opacity: .55; } }
  .failed { display: grid; place-content: center; justify-items: center; gap: .8rem; min-height: inherit; padding: 2rem 1rem; text-align: center; color: var(--muted); border: 1px dashed var(--line); border-radius: var(--radius); }
  button { min-height: 2.75rem; padding: 0 1.25rem; font: inherit; font-weight: 600; color: var(--text); background: var(--surface); border: 1px solid var(--line); border-radius: 999px; cursor: pointer; }
  button:hover { border-color: var(--accent); }
  @media (prefers-reduced-motion: reduce) { *, .picture img { animation: none !important; transition: none !important; } }
`);

/** Text never becomes markup. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    name in element ? (element[name] = value) : element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A link of the catalogue leads to a page, whatever it says. */
function page(link) {
  const url = new URL(link, document.baseURI);
  return /^https?:$/.test(url.protocol) ? url.href : document.baseURI;
}

class TactShelf extends HTMLElement {
  static observedAttributes = ["placement", "item", "category", "basket", "limit", "fill", "lang"];

  #root = this.attachShadow({ mode: "open" });
  #body = make("div");
  #loading = null;
  #due = false;
  #state = "loading";
  #reload = () => this.#schedule();

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [STYLE];
    this.#root.append(this.#body);
  }

  get state() {
    return this.#state;
  }

  connectedCallback() {
    addEventListener("tact:consent", this.#reload);
    this.#schedule();
  }

  disconnectedCallback() {
    removeEventListener("tact:consent", this.#reload);
    this.#loading?.abort();
  }

  attributeChangedCallback(name, before, after) {
    if (this.isConnected && before !== after) {
      this.#schedule();
    }
  }

  /** Several changes at once are one reason to load. What was shown is taken away at once: it may not be allowed any more. */
  #schedule() {
    if (this.#due) {
      return;
    }
    this.#due = true;
    this.#loading?.abort();
    this.#showWaiting();
    queueMicrotask(() => {
      this.#due = false;
      if (this.isConnected) {
        this.#load();
      }
    });
  }

  get #lang() {
    const lang = this.getAttribute("lang") || this.closest("[lang]")?.lang || "en";
    return lang.toLowerCase().startsWith("de") ? "de" : "en";
  }

  get #words() {
    return WORDS[this.#lang];
  }

  get #limit() {
    const limit = Number.parseInt(this.getAttribute("limit") ?? "", 10);
    return limit > 0 ? Math.min(limit, 50) : 6;
  }

  async #load() {
    const loading = new AbortController();
    this.#loading = loading;
    const timer = setTimeout(() => loading.abort("late"), PATIENCE);
    try {
      const base = (this.getAttribute("base") ?? "/tact").replace(/\/$/, "");
      const answer = await fetch(`${base}/recommendation/v1/recommendations`, {
        method: "POST",
        credentials: "same-origin",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-Tact-CSRF": "1" },
        body: JSON.stringify(this.#question()),
        signal: loading.signal,
      });
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      const list = await answer.json();
      if (this.#loading === loading) {
        list.items.length ? this.#showItems(list) : this.#showNothing(list);
      }
    } catch {
      if (this.#loading === loading && (!loading.signal.aborted || loading.signal.reason === "late")) {
        this.#showFailure();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  #question() {
    const asked = { placement: this.getAttribute("placement"), limit: this.#limit, language: this.#lang };
    for (const name of ["item", "category"]) {
      if (this.getAttribute(name)) {
        asked[name] = this.getAttribute(name);
      }
    }
    const basket = this.getAttribute("basket")?.split(/\s+/).filter(Boolean) ?? [];
    return { ...asked, ...(basket.length && { basket }), ...(this.hasAttribute("fill") && { fill: true }) };
  }

  #showWaiting() {
    const bone = () =>
      make("li", {}, make("div", { className: "card" },
        make("div", { className: "picture" }), make("div", { className: "bone" }),
        make("div", { className: "bone short" }), make("div", { className: "bone" })));
    const bones = Array.from({ length: Math.min(this.#limit, 8) }, bone);
    this.hidden = false;
    this.#body.className = "waiting";
    this.#body.replaceChildren(
      make("ul", { className: "row", ariaHidden: "true" }, ...bones),
      make("div", { className: "foot" }));
    this.#tell("loading");
  }

  #showItems(list) {
    const words = this.#words;
    this.#body.className = "";
    this.#body.replaceChildren(
      make("ul", { className: "row", role: "list", ariaLabel: words.list },
        ...list.items.map((item) => make("li", {}, this.#card(item)))),
      make("details", { className: "foot" },
        make("summary", { textContent: words.why }),
        make("div", { className: "why" },
          make("p", { textContent: list.why }),
          make("p", { textContent: words[list.rung] ?? "" }))));
    this.#tell("shown", list);
  }

  #card(item) {
    const price = new Intl.NumberFormat(this.#lang, { style: "currency", currency: item.price.currency });
    return make("a", { className: "card", href: page(item.url) },
      make("span", { className: "picture" },
        make("img", { src: page(item.image), alt: "", width: 400, height: 400, loading: "lazy", decoding: "async" })),
      make("span", { className: "title", textContent: item.title }),
      make("span", { className: "price", textContent: price.format(item.price.amount) }),
      make("span", { className: "reason", textContent: item.sentence }));
  }

  #showNothing(list) {
    this.#body.className = "";
    this.#body.replaceChildren();
    this.hidden = true;
    this.#tell("empty", list);
  }

  #showFailure() {
    this.#body.className = "";
    this.#body.replaceChildren(
      make("div", { className: "failed", role: "status", style: `min-height: ${this.#body.offsetHeight}px` },
        make("p", { textContent: this.#words.failed }),
        make("button", { type: "button", textContent: this.#words.again, onclick: this.#reload })));
    this.#tell("failed");
  }

  #tell(state, list) {
    this.#state = state;
    this.ariaBusy = String(state === "loading");
    const detail = { placement: this.getAttribute("placement"), state, rung: list?.rung, items: list?.items.length ?? 0 };
    this.dispatchEvent(new CustomEvent("tact:shelf", { bubbles: true, composed: true, detail }));
  }
}

customElements.define("tact-shelf", TactShelf);
