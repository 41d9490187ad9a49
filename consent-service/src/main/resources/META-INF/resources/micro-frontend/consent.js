/**
 * <tact-consent>: asks, and lets people change their mind.
 *
 * A banner while something is unanswered, and a preference centre that opens with the attribute `open` or by `show()`. There each answer
 * has its receipt, and is checked against the ledger in the browser (consent-proof.js, loaded when somebody asks).
 *
 *   base   where consent-service is reached, default /tact/consent
 *   lang   en or de, default that of the document
 *
 * <tact-consent-withdraw>, for a page's footer: while something is granted, a button that takes all of it back, as short as it was given.
 *
 * Both fire `tact:consent` (detail: what GET /v1/me/consents answers) after every change. Colours and type follow
 * --tact-accent, --tact-surface, --tact-text, --tact-muted, --tact-radius, --tact-font.
 */

const WORDS = {
  en: {
    bannerTitle: "You decide",
    bannerText: "May we use what you do here? Each point is its own choice, and you can change it at any time.",
    centreTitle: "Your choices",
    centreText: "A switch that is off means no. You can come back and change this whenever you like.",
    sensitive: "Only if you say so here. “Accept all” leaves this alone.",
    acceptAll: "Accept all",
    rejectAll: "Reject all",
    choose: "Choose",
    save: "Save choices",
    close: "Close without saving",
    alwaysOn: "Always on",
    youGet: "You get",
    ifNo: "If you say no",
    gpc: "Your browser tells every site not to share your data (Global Privacy Control). We obey: this stays off.",
    saved: "Saved. It counts from now on.",
    withdrawAll: "Take back all I allowed",
    withdrawn: "Taken back. It counts from now on.",
    failed: "That did not work. Please try again in a moment.",
    partly: "Only a part of it was saved. Please try again.",
    nobody: "We do not know your browser yet. Please reload the page and try again.",
    honoured: "Your browser’s signal was honoured: no advertising for you.",
    overruled: (date) => `It took back your yes of ${date}.`,
    tooYoung: "You are too young to allow this. So it is off, and we do not ask.",
    answer: {
      granted: "You said yes.",
      refused: "You said no.",
      withdrawn: "You took your yes back.",
      objected: "You objected to direct marketing. No yes counts until you take that back.",
      lapsed: "Your yes has ended. Please decide anew.",
    },
    until: (date) => `It counts until ${date}.`,
    object: "Object to direct marketing",
    takeBack: "Take my objection back",
    proof: "Receipt and proof",
    entry: (date, index) => `Written down on ${date}, as entry ${index} of the ledger.`,
    shown: (notice) => `The text that you saw: ${notice.id}, version ${notice.version} (${notice.language}).`,
    checking: "Checking …",
    holds: (size) => `Checked in your browser: this is what was written down, and it stands in the ledger with ${size} entries.`,
    signed: "The ledger has signed its head.",
    unsigned: "Your browser cannot check the ledger’s signature.",
    broken: "This does not hold: ",
    unproven: "The proof could not be loaded. Please try again in a moment.",
    other: "The ledger says something else than this page.",
    receipt: "Save the receipt",
  },
  de: {
    bannerTitle: "Sie entscheiden",
    bannerText: "Dürfen wir nutzen, was Sie hier tun? Jeder Punkt ist eine eigene Wahl. Sie können sie jederzeit ändern.",
    centreTitle: "Ihre Auswahl",
    centreText: "Ein Schalter, der aus ist, heißt Nein. Sie können das jederzeit wieder ändern.",
    sensitive: "Nur wenn Sie es hier sagen. „Alle annehmen“ lässt das, wie es ist.",
    acceptAll: "Alle annehmen",
    rejectAll: "Alle ablehnen",
    choose: "Auswählen",
    save: "Auswahl speichern",
    close: "Schließen ohne zu speichern",
    alwaysOn: "Immer an",
    youGet: "Sie bekommen",
    ifNo: "Wenn Sie Nein sagen",
    gpc: "Ihr Browser bittet alle Seiten, Ihre Daten nicht zu teilen (Global Privacy Control). Wir halten uns daran: Das bleibt aus.",
    saved: "Gespeichert. Es gilt ab jetzt.",
    withdrawAll: "Alles zurücknehmen, was ich erlaubt habe",
    withdrawn: "Zurückgenommen. Es gilt ab jetzt.",
    failed: "Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.",
    partly: "Nur ein Teil wurde gespeichert. Bitte versuchen Sie es noch einmal.",
    nobody: "Wir kennen Ihren Browser noch nicht. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.",
    honoured: "Wir haben auf das Signal Ihres Browsers gehört: keine Werbung für Sie.",
    overruled: (date) => `Es hat Ihr Ja vom ${date} zurückgenommen.`,
    tooYoung: "Sie sind zu jung, um das zu erlauben. Deshalb ist es aus, und wir fragen nicht.",
    answer: {
      granted: "Sie haben Ja gesagt.",
      refused: "Sie haben Nein gesagt.",
      withdrawn: "Sie haben Ihr Ja zurückgenommen.",
      objected: "Sie haben der Werbung widersprochen. Kein Ja gilt, bis Sie das zurücknehmen.",
      lapsed: "Ihr Ja ist abgelaufen. Bitte entscheiden Sie neu.",
    },
    until: (date) => `Es gilt bis ${date}.`,
    object: "Der Werbung widersprechen",
    takeBack: "Widerspruch zurücknehmen",
    proof: "Beleg und Beweis",
    entry: (date, index) => `Aufgeschrieben am ${date}, als Eintrag ${index} des Verzeichnisses.`,
    shown: (notice) => `Der Text, den Sie sahen: ${notice.id}, Version ${notice.version} (${notice.language}).`,
    checking: "Wird geprüft …",
    holds: (size) => `In Ihrem Browser geprüft: Genau das wurde aufgeschrieben, und es steht im Verzeichnis mit ${size} Einträgen.`,
    signed: "Das Verzeichnis hat seinen Stand unterschrieben.",
    unsigned: "Die Unterschrift des Verzeichnisses kann Ihr Browser nicht prüfen.",
    broken: "Das stimmt nicht: ",
    unproven: "Der Beweis konnte nicht geladen werden. Bitte versuchen Sie es gleich noch einmal.",
    other: "Im Verzeichnis steht etwas anderes als auf dieser Seite.",
    receipt: "Beleg speichern",
  },
};

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host {
    --accent: var(--tact-accent, #0b6b53);
    --surface: var(--tact-surface, #ffffff);
    --text: var(--tact-text, #17211e);
    --muted: var(--tact-muted, #586762);
    --radius: var(--tact-radius, 14px);
    --line: color-mix(in srgb, var(--text) 14%, var(--surface));
    --tint: color-mix(in srgb, var(--accent) 11%, var(--surface));
    display: contents;
    color-scheme: light dark;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --accent: var(--tact-accent, #6fd6b4);
      --surface: var(--tact-surface, #151b19);
      --text: var(--tact-text, #eaf1ee);
      --muted: var(--tact-muted, #a3b2ac);
    }
  }
  * { box-sizing: border-box; margin: 0; }
  [hidden] { display: none !important; }
  .banner, dialog, .toast {
    font: 400 1rem/1.5 var(--tact-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    box-shadow: 0 12px 40px rgb(0 0 0 / .22), 0 2px 8px rgb(0 0 0 / .1);
  }
  h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; text-wrap: balance; }
  h3 { font-size: 1.02rem; line-height: 1.35; font-weight: 620; }
  p { text-wrap: pretty; }
  .muted { color: var(--muted); font-size: .94rem; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  h2:focus-visible { outline: none; }

  .banner {
    position: fixed; z-index: 2147483000; inset: auto 0 0 0;
    margin: auto; padding: 1.1rem 1rem calc(1rem + env(safe-area-inset-bottom));
    border-radius: var(--radius) var(--radius) 0 0; border-bottom: 0;
    display: grid; gap: .7rem; max-height: 85dvh; overflow: auto;
    animation: rise .28s ease-out;
  }
  .asked { display: flex; flex-wrap: wrap; gap: .35rem; padding: 0; list-style: none; }
  .asked li { font-size: .84rem; line-height: 1.3; padding: .2rem .6rem; border-radius: 99px; background: var(--tint); }
  .buttons { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem; }
  button.choice {
    font: inherit; font-weight: 600; font-size: .95rem; line-height: 1.2; min-height: 2.9rem; padding: .5rem .4rem;
    color: var(--text); background: var(--tint); border: 1.5px solid var(--accent);
    border-radius: calc(var(--radius) * .7); cursor: pointer; transition: background-color .15s, color .15s;
  }
  button.choice:hover { background: var(--accent); color: var(--surface); }
  button.choice:disabled, button.choice:disabled:hover { opacity: .55; cursor: progress; background: var(--tint); color: var(--text); }

  dialog {
    width: min(100vw, 42rem); max-width: none; max-height: 92dvh; padding: 0; overflow: hidden;
    inset: auto 0 0 0; margin: auto auto 0; border-radius: var(--radius) var(--radius) 0 0;
  }
  dialog[open] { display: flex; flex-direction: column; animation: rise .28s ease-out; }
  dialog::backdrop { background: rgb(8 14 12 / .55); }
  .head { display: flex; gap: 1rem; align-items: start; padding: 1.2rem 1.2rem .9rem; border-bottom: 1px solid var(--line); }
  .head div { flex: 1; display: grid; gap: .2rem; }
  .close {
    flex: none; width: 2.75rem; height: 2.75rem; margin: -.5rem -.5rem 0 0; border: 0; border-radius: 50%;
    background: none; color: var(--muted); font: inherit; font-size: 1.5rem; line-height: 1; cursor: pointer;
  }
  .close:hover { background: var(--tint); color: var(--text); }
  .purposes { overflow: auto; overscroll-behavior: contain; padding: 0 1.2rem; list-style: none; flex: 1; }
  .purposes > li { padding: 1rem 0; display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem; border-bottom: 1px solid var(--line); }
  .purposes > li:last-child { border-bottom: 0; }
  .purposes h3 { align-self: center; }
  .purposes label { cursor: pointer; }
  .words { grid-column: 1 / -1; display: grid; gap: .3rem; }
  .words b { font-weight: 600; color: var(--text); }
  .note { padding: .5rem .75rem; border-radius: calc(var(--radius) * .6); background: var(--tint); font-size: .92rem; }
  summary { cursor: pointer; width: fit-content; padding: .3rem 0; color: var(--muted); font-size: .92rem; text-decoration: underline; text-underline-offset: .2em; }
  .proof { display: grid; gap: .35rem; padding: .2rem 0 .5rem; font-size: .92rem; overflow-wrap: anywhere; }
  .verdict { padding-inline-start: 1.6rem; position: relative; }
  .verdict::before { position: absolute; inset-inline-start: .1rem; font-weight: 700; content: "✓"; color: var(--accent); }
  .verdict.broken::before { content: "✗"; color: inherit; }
  .plain { justify-self: start; padding: .3rem 0; border: 0; background: none; color: var(--text); font: inherit; font-size: .92rem; text-decoration: underline; text-underline-offset: .2em; cursor: pointer; }
  a { color: inherit; text-underline-offset: .2em; }
  .always { align-self: center; font-size: .86rem; font-weight: 600; color: var(--muted); white-space: nowrap; }
  .foot { padding: .9rem 1.2rem calc(1rem + env(safe-area-inset-bottom)); border-top: 1px solid var(--line); display: grid; gap: .6rem; }
  .alert { padding: .6rem .8rem; border-radius: calc(var(--radius) * .6); font-size: .94rem;
    background: color-mix(in srgb, #c62828 14%, var(--surface)); border: 1px solid color-mix(in srgb, #c62828 55%, var(--surface)); }

  input {
    appearance: none; position: relative; width: 3.1rem; height: 1.8rem; border-radius: 99px; cursor: pointer; flex: none;
    background: color-mix(in srgb, var(--text) 12%, var(--surface)); border: 2px solid var(--muted); transition: background-color .15s, border-color .15s;
  }
  input::before {
    content: ""; position: absolute; inset: 0 auto 0 .22rem; margin: auto 0; width: 1.05rem; height: 1.05rem; border-radius: 50%;
    background: var(--muted); transition: transform .15s, background-color .15s;
  }
  input:checked { background: var(--accent); border-color: var(--accent); }
  input:checked::before { transform: translateX(1.26rem); background: var(--surface); }
  input:disabled { opacity: .5; cursor: not-allowed; }

  .toast {
    position: fixed; z-index: 2147483001; inset: auto 0 1.2rem; margin: 0 auto; width: fit-content; max-width: calc(100vw - 2rem);
    padding: .7rem 1.1rem; border-radius: var(--radius); animation: rise .2s ease-out;
  }
  .toast:empty { display: none; }

  @media (min-width: 48rem) {
    .banner { inset: auto 1.5rem 1.5rem; max-width: 64rem; padding: 1.4rem 1.6rem; border-radius: var(--radius); border-bottom: 1px solid var(--line); }
    .banner .buttons { grid-template-columns: repeat(3, minmax(9.5rem, 12rem)); justify-content: end; }
    dialog { inset: 0; margin: auto; border-radius: var(--radius); max-height: min(48rem, 88dvh); }
    .head { padding: 1.5rem 1.75rem 1rem; } .purposes { padding: 0 1.75rem; } .foot { padding: 1rem 1.75rem 1.4rem; }
  }
  @keyframes rise { from { transform: translateY(1rem); opacity: 0; } }
  @media (prefers-reduced-motion: reduce) { *, *::before, dialog[open] { animation: none !important; transition: none !important; } }
  @media (forced-colors: active) { input::before { background: ButtonText; } input:checked { background: Highlight; } }
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

/** German or English, as the element or what it stands in says. */
function languageOf(element) {
  const tag = element.lang || element.closest("[lang]")?.lang || document.documentElement.lang;
  return tag.toLowerCase().startsWith("de") ? "de" : "en";
}

const baseOf = (element) => element.getAttribute("base") ?? "/tact/consent";

/** A statement that nobody answered is sent again: under its key it counts once. */
async function call(base, path, body) {
  const options = {
    method: body ? "POST" : "GET",
    credentials: "same-origin",
    headers: body ? { "Content-Type": "application/json", "X-Tact-CSRF": "1", "Idempotency-Key": key() } : {},
    body: body && JSON.stringify(body),
    cache: path.startsWith("/v1/me") ? "no-store" : "default",
  };
  const pauses = body ? [300, 1000] : [];
  for (;;) {
    const response = await fetch(base + path, options).catch(() => null);
    if (response?.ok) return response.json();
    if (response?.status < 500 || !pauses.length) throw new Error(`${response?.status}`);
    await new Promise((over) => setTimeout(over, pauses.shift()));
  }
}

const key = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`; // the first only under TLS

/** What holds. Elements of a page that ask at the same moment ask once. */
const asking = new Map();
function read(base) {
  if (!asking.has(base)) asking.set(base, call(base, "/v1/me/consents").finally(() => asking.delete(base)));
  return asking.get(base);
}

/** Tells the page, and the other elements on it. */
function tell(element, consent) {
  element.dispatchEvent(new CustomEvent("tact:consent", { bubbles: true, composed: true, detail: consent }));
}

class TactConsent extends HTMLElement {
  static observedAttributes = ["open", "lang"];

  #consent = null; // what GET /v1/me/consents said last; null: nobody is known
  #texts = null;
  #banner = make("section", { className: "banner", hidden: true });
  #centre = make("dialog", {});
  #toast = make("div", { className: "toast", role: "status" });
  #busy = false;
  #asked = false; // the service, for the first time: before, no switch could stand where it belongs
  #fromElsewhere = (event) => {
    if (event.target === this) return;
    asking.delete(this.#base); // what is on its way was asked before
    this.#reload();
  };

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [STYLE];
    this.shadowRoot.append(this.#banner, this.#centre, this.#toast);
    this.#centre.addEventListener("close", () => {
      this.removeAttribute("open");
      const lost = document.activeElement === document.body || this.#centre.contains(this.shadowRoot.activeElement);
      this.#showBanner();
      if (lost) this.#banner.querySelector("button:nth-child(2)")?.focus();
    });
    this.#centre.addEventListener("click", (event) => {
      if (event.target === this.#centre) this.hide(); // the backdrop
    });
  }

  connectedCallback() {
    window.addEventListener("tact:consent", this.#fromElsewhere);
    this.#reload();
  }

  disconnectedCallback() {
    window.removeEventListener("tact:consent", this.#fromElsewhere);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || before === now) return;
    if (name === "lang") {
      this.#texts = null;
      this.#reload();
    } else if (now === null) {
      this.hide();
    } else if (this.#asked) {
      this.#openCentre();
    }
  }

  /** Opens the preference centre. */
  show() {
    this.setAttribute("open", "");
  }

  /** Closes it without saving. */
  hide() {
    if (this.#centre.open) this.#centre.close();
  }

  get #language() {
    return languageOf(this);
  }

  get #words() {
    return WORDS[this.#language];
  }

  get #base() {
    return baseOf(this);
  }

  #call(path, body) {
    return call(this.#base, path, body);
  }

  async #reload() {
    try {
      this.#consent = await read(this.#base);
    } catch {
      this.#consent = null; // nobody is known, or nobody answers: nothing is asked, so nothing is granted
    }
    this.#asked = true;
    if (this.#consent?.unanswered.length || this.hasAttribute("open")) await this.#loadTexts();
    if (this.hasAttribute("open")) this.#openCentre();
    else this.#showBanner();
  }

  async #loadTexts() {
    const language = this.#language;
    if (this.#texts?.notice.language === language) return;
    try {
      const texts = await this.#call(`/v1/purposes?language=${language}`);
      if (language === this.#language) this.#texts = texts; // or else it changed meanwhile, and who changed it loads the others
    } catch {
      this.#texts = null; // who cannot say what for does not ask
    }
  }

  #showBanner() {
    const asked = this.#texts?.purposes.filter((text) => this.#consent?.unanswered.includes(text.purpose)) ?? [];
    this.#banner.hidden = asked.length === 0 || this.#centre.open;
    if (this.#banner.hidden) return;
    const words = this.#words;
    this.#banner.setAttribute("aria-labelledby", "banner-title");
    this.#banner.lang = this.#language;
    const all = (yes) => this.#say(Object.fromEntries(asked.map((text) => [text.purpose, yes])));
    this.#banner.replaceChildren(...make("div", {},
      make("h2", { id: "banner-title", textContent: words.bannerTitle }),
      make("p", { className: "muted", textContent: words.bannerText }),
      this.#signal(),
      make("ul", { className: "asked" }, ...asked.map((text) => make("li", { textContent: text.title }))),
      make("div", { className: "alert", role: "alert", hidden: true }),
      make("div", { className: "buttons" },
        this.#button(words.rejectAll, () => all(false)),
        this.#button(words.choose, () => this.show()),
        this.#button(words.acceptAll, () => all(true))),
    ).childNodes);
  }

  async #openCentre() {
    await this.#loadTexts();
    if (!this.hasAttribute("open") || !this.#texts) return;
    this.#renderCentre();
    this.#banner.hidden = true;
    if (!this.#centre.open) this.#centre.showModal();
    this.#centre.querySelector("h2").focus();
  }

  #renderCentre() {
    const words = this.#words;
    const { purposes, sensitive = [] } = this.#texts;
    const free = purposes.filter((text) => text.optional && !this.#denied(text.purpose));
    const allowed = sensitive.filter(({ purpose }) => this.#granted(purpose.purpose));
    const all = (yes) => this.#say(Object.fromEntries(
      [...free, ...(yes ? [] : allowed.map(({ purpose }) => purpose))].map((text) => [text.purpose, yes])));
    this.#centre.setAttribute("aria-labelledby", "centre-title");
    this.#centre.lang = this.#language;
    this.#centre.replaceChildren(
      make("div", { className: "head" },
        make("div", {},
          make("h2", { id: "centre-title", textContent: words.centreTitle, tabIndex: -1 }),
          make("p", { className: "muted", textContent: words.centreText }),
          this.#signal()),
        make("button", { type: "button", className: "close", "aria-label": words.close, textContent: "×", onclick: () => this.hide() })),
      make("ul", { className: "purposes", role: "list" }, ...purposes.map((text) => this.#purpose(text)),
        ...sensitive.map(({ purpose }) => this.#purpose(purpose, words.sensitive))),
      make("div", { className: "foot" },
        make("div", { className: "alert", role: "alert", hidden: true }),
        make("div", { className: "buttons" },
          this.#button(words.rejectAll, () => all(false)),
          this.#button(words.save, () => this.#save(free, sensitive)),
          this.#button(words.acceptAll, () => all(true)))),
    );
    if (!this.#consent) this.#complain(words.nobody);
  }

  /** @param note beside what the text says */
  #purpose(text, note) {
    const words = this.#words;
    const id = `p-${text.purpose.replace(/\W/g, "-")}`;
    const control = text.optional
      ? make("input", {
          type: "checkbox",
          role: "switch",
          id,
          name: text.purpose,
          checked: this.#granted(text.purpose),
          disabled: this.#denied(text.purpose),
          "aria-describedby": `${id}-words`,
        })
      : make("span", { className: "always", textContent: words.alwaysOn });
    return make("li", {},
      make("h3", {}, text.optional ? make("label", { htmlFor: id, textContent: text.title }) : text.title),
      control,
      make("div", { className: "words", id: `${id}-words` },
        note ? make("p", { className: "note", textContent: note }) : null,
        make("p", { textContent: text.whatWeDo }),
        make("p", { className: "muted" }, make("b", { textContent: `${words.youGet}: ` }), text.whatYouGet),
        make("p", { className: "muted" }, make("b", { textContent: `${words.ifNo}: ` }), text.ifYouSayNo),
        this.#denied(text.purpose) ? make("p", { className: "note", textContent: this.#consent.tooYoung ? words.tooYoung : words.gpc }) : null,
        text.optional ? this.#standing(text.purpose) : null),
      text.optional && this.#consent?.answers[text.purpose] ? this.#evidence(text.purpose) : null);
  }

  /** What holds, and what else can be said of it than yes and no. */
  #standing(purpose) {
    const words = this.#words;
    const standing = this.#consent?.answers[purpose];
    const objected = standing?.answer === "objected";
    return make("div", {},
      standing ? make("p", { className: "muted", textContent: [
        words.answer[standing.answer],
        standing.until ? words.until(this.#date(standing.until)) : "",
      ].join(" ") }) : null,
      purpose === "marketing" && this.#consent
        ? make("button", { type: "button", className: "plain", textContent: objected ? words.takeBack : words.object, onclick: () => this.#send({ objection: !objected }) })
        : null);
  }

  /** That the browser's own no was heard, and what it took back. */
  #signal() {
    const signal = this.#consent?.signal;
    if (!signal?.gpc) return null;
    const words = this.#words;
    return make("p", { className: "note", textContent: [
      words.honoured,
      signal.overruledGrant ? words.overruled(this.#date(signal.overruledGrant)) : "",
    ].join(" ") });
  }

  /** The receipt of an answer, and its proof, when somebody opens it. */
  #evidence(purpose) {
    const words = this.#words;
    const place = make("div", { className: "proof", "aria-live": "polite" });
    const folded = make("details", { className: "words" }, make("summary", { textContent: words.proof }), place);
    folded.addEventListener("toggle", () => {
      if (folded.open && !place.firstChild) this.#prove(purpose, place);
    });
    return folded;
  }

  async #prove(purpose, place) {
    const words = this.#words;
    const line = (textContent, className = "") => make("p", { className, textContent });
    place.replaceChildren(line(words.checking));
    try {
      const query = `?purpose=${encodeURIComponent(purpose)}`;
      const [{ check, Broken }, proof, ledger] = await Promise.all([
        import("./consent-proof.js"), this.#call(`/v1/me/proof${query}`), this.#call("/v1/ledger")]);
      const lines = [];
      try {
        const { size, signed, entries } = await check(proof, ledger);
        for (const entry of entries) {
          lines.push(line(words.entry(this.#date(entry.recordedAt), entry.index)));
          if (entry.notice) lines.push(line(words.shown(entry.notice)));
        }
        if (proof.answer !== this.#consent.answers[purpose]?.answer) throw new Broken(words.other);
        lines.push(line(`${words.holds(size)} ${signed ? words.signed : words.unsigned}`, "verdict"));
      } catch (failure) {
        if (!(failure instanceof Broken)) throw failure;
        lines.push(line(words.broken + failure.message, "verdict broken"));
      }
      place.replaceChildren(...lines, make("a", {
        href: `${this.#base}/v1/me/receipts${query}`, download: `receipt-${purpose}.jsonld`, textContent: words.receipt }));
    } catch {
      place.replaceChildren(line(words.unproven));
    }
  }

  #date(instant) {
    const language = navigator.languages.find((tag) => tag.startsWith(this.#language)) ?? this.#language;
    return new Date(instant).toLocaleDateString(language, { dateStyle: "long" });
  }

  #button(label, onclick) {
    return make("button", { type: "button", className: "choice", textContent: label, onclick });
  }

  #granted(purpose) {
    return this.#consent?.answers[purpose]?.answer === "granted";
  }

  /** Under Global Privacy Control nobody is asked for marketing, and whoever is too young for nothing. */
  #denied(purpose) {
    return this.#consent?.tooYoung === true || (purpose === "marketing" && this.#consent?.signal?.gpc === true);
  }

  /** What was moved, and what was never answered; the rest stays as it is. A yes to a protected category is a statement of its own. */
  #save(texts, sensitive) {
    const isOn = (purpose) => this.#centre.querySelector(`input[name="${CSS.escape(purpose)}"]`).checked;
    const answers = {};
    for (const { purpose } of texts) {
      if (isOn(purpose) !== this.#granted(purpose) || this.#consent?.unanswered.includes(purpose)) answers[purpose] = isOn(purpose);
    }
    const moved = sensitive.filter(({ purpose: { purpose } }) => isOn(purpose) !== this.#granted(purpose));
    const statements = moved.map(({ notice, purpose: { purpose } }) => ({ answers: { [purpose]: isOn(purpose) }, notice }));
    if (Object.keys(answers).length) statements.unshift({ answers, notice: this.#texts.notice });
    return statements.length ? this.#send(...statements) : this.hide();
  }

  #say(answers) {
    return this.#send({ answers, notice: this.#texts.notice });
  }

  /** One after the other; the first that fails ends it. */
  async #send(...statements) {
    if (this.#busy) return;
    this.#setBusy(true);
    const left = [...statements];
    try {
      for (; left.length; left.shift()) this.#consent = await this.#call("/v1/me/consents", left[0]);
      this.hide();
      this.#showBanner();
      this.#announce(this.#words.saved);
    } catch (failure) {
      const { nobody, failed, partly } = this.#words;
      this.#complain(failure.message === "401" ? nobody : left.length === statements.length ? failed : partly);
    }
    this.#setBusy(false);
    if (left.length < statements.length) tell(this, this.#consent);
  }

  #setBusy(busy) {
    this.#busy = busy;
    for (const button of this.shadowRoot.querySelectorAll("button.choice")) button.disabled = busy;
  }

  #complain(sentence) {
    const place = (this.#centre.open || this.hasAttribute("open") ? this.#centre : this.#banner).querySelector(".alert");
    place.hidden = false;
    place.textContent = sentence;
  }

  #announce(sentence) {
    this.#toast.lang = this.#language;
    this.#toast.textContent = sentence;
    setTimeout(() => this.#toast.replaceChildren(), 4000);
  }
}

/** To take everything back with one click, as it was given. There while something is granted. */
class TactConsentWithdraw extends HTMLElement {
  #granted = [];
  #button = make("button", { type: "button", onclick: () => this.#withdraw() });
  #done = make("span", { role: "status" });
  #heard = (event) => this.#show(event.detail);

  constructor() {
    super();
    const style = new CSSStyleSheet();
    style.replaceSync(`
      button { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-decoration: inherit; text-align: start; cursor: pointer; }
      button:hover { text-decoration: underline; }
      button:focus-visible { outline: 3px solid; outline-offset: 2px; }
      [hidden] { display: none; }
    `);
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [style];
    this.shadowRoot.append(this.#button, this.#done);
  }

  connectedCallback() {
    this.#show(null);
    window.addEventListener("tact:consent", this.#heard);
    read(baseOf(this)).then((consent) => this.#show(consent), () => this.#show(null));
  }

  disconnectedCallback() {
    window.removeEventListener("tact:consent", this.#heard);
  }

  #show(consent) {
    this.#granted = Object.entries(consent?.answers ?? {}).filter(([, { answer }]) => answer === "granted").map(([purpose]) => purpose);
    this.#button.hidden = this.#granted.length === 0;
    this.#button.textContent = WORDS[languageOf(this)].withdrawAll;
    if (!this.#button.hidden) this.#done.replaceChildren();
  }

  async #withdraw() {
    const words = WORDS[languageOf(this)];
    this.#button.disabled = true;
    try {
      const answers = Object.fromEntries(this.#granted.map((purpose) => [purpose, false]));
      tell(this, await call(baseOf(this), "/v1/me/consents", { answers }));
      this.#done.textContent = words.withdrawn;
    } catch {
      this.#done.textContent = words.failed;
    }
    this.#button.disabled = false;
  }

}

if (!customElements.get("tact-consent")) customElements.define("tact-consent", TactConsent);
if (!customElements.get("tact-consent-withdraw")) customElements.define("tact-consent-withdraw", TactConsentWithdraw);
