/**
 * <tact-slot placement="home.hero">: one place on a page that may hold an advertisement, and says why it does.
 *
 *   placement        name of the slot, required
 *   campaign         of the items that recommendation-service offers, default left-in-basket
 *   candidates-from  placement that is asked there, default slot.retargeting; empty asks for nothing
 *   base             where the services are reached, default /tact
 *   lang             en or de, default that of the document
 *
 * Asks for items, reserves one, confirms just before rendering, and reports it as seen when half of it was visible for a
 * second. Nothing was granted: it takes no room. `state` is loading, empty or shown; `tact:slot` tells every answer.
 * Colours and type follow --tact-accent, --tact-surface, --tact-text, --tact-muted, --tact-radius, --tact-font.
 */

const WORDS = {
  en: {
    label: "Advertisement",
    why: "Why this?",
    hide: "Not interested",
    close: "Close",
    goTo: "Have a look",
    hidden: "We will not show you this again.",
    hiddenSession: "We will not show you this again during this visit.",
    failed: "That did not work. Please try again.",
    personal: "You see this because you looked at it here before and allowed us to remind you. We count how often you see it, and stop when you have bought it.",
    contextual: "You see this because of the page you are on. Nothing about you was used to choose it; we only count how often it was shown.",
  },
  de: {
    label: "Anzeige",
    why: "Warum das?",
    hide: "Kein Interesse",
    close: "Schließen",
    goTo: "Ansehen",
    hidden: "Wir zeigen Ihnen das nicht mehr.",
    hiddenSession: "Wir zeigen Ihnen das bei diesem Besuch nicht mehr.",
    failed: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
    personal: "Sie sehen das, weil Sie es hier angesehen und uns erlaubt haben, Sie zu erinnern. Wir zählen, wie oft Sie es sehen, und hören auf, wenn Sie es gekauft haben.",
    contextual: "Sie sehen das wegen der Seite, auf der Sie sind. Über Sie wurde dafür nichts verwendet; wir zählen nur, wie oft es gezeigt wurde.",
  },
};

const SEEN_SHARE = 0.5;
const SEEN_AFTER = 1000;

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host {
    --accent: var(--tact-accent, #0b6b53);
    --surface: var(--tact-surface, #ffffff);
    --text: var(--tact-text, #17211e);
    --muted: var(--tact-muted, #586762);
    --radius: var(--tact-radius, 14px);
    --line: color-mix(in srgb, var(--text) 14%, var(--surface));
    --tint: color-mix(in srgb, var(--accent) 9%, var(--surface));
    display: block; container-type: inline-size; color-scheme: light dark;
    font: 400 1rem/1.5 var(--tact-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
    color: var(--text);
  }
  :host([hidden]), :host(:not([state="shown"])) { display: none; }
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
  aside { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
  a.offer { display: grid; grid-template-columns: minmax(0, 1fr); color: inherit; text-decoration: none; }
  .picture { display: block; position: relative; aspect-ratio: 16 / 9; background: var(--tint); }
  .picture img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; padding: 1rem; }
  .words { padding: 1.1rem 1.2rem 1rem; display: grid; gap: .35rem; align-content: center; justify-items: start; }
  .title { font-size: clamp(1.15rem, 3.4cqi, 1.65rem); line-height: 1.25; font-weight: 650; letter-spacing: -.01em; text-wrap: balance; }
  .price { font-size: 1.1rem; font-weight: 600; font-variant-numeric: tabular-nums; }
  .text { color: var(--muted); text-wrap: pretty; max-width: 46ch; }
  .go {
    margin-top: .5rem; font-weight: 600; font-size: .95rem; padding: .55rem 1.05rem;
    color: var(--surface); background: var(--accent); border-radius: calc(var(--radius) * .7);
  }
  a.offer:hover .go { filter: brightness(1.08); }
  a.offer:hover .title { text-decoration: underline; text-decoration-thickness: .07em; text-underline-offset: .15em; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; border-radius: calc(var(--radius) * .7); }
  footer {
    display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .3rem;
    padding: .15rem .6rem .15rem 1.2rem; border-top: 1px solid var(--line); font-size: .84rem; color: var(--muted);
  }
  footer .label { margin-right: auto; }
  button {
    font: inherit; color: var(--muted); background: none; border: 0; min-height: 2.75rem; padding: .3rem .6rem; cursor: pointer;
    text-decoration: underline; text-underline-offset: .2em; text-decoration-color: var(--line);
  }
  button:hover { color: var(--text); text-decoration-color: currentColor; }
  button:disabled { opacity: .55; cursor: progress; }
  .reason { padding: .2rem 1.2rem .9rem; font-size: .9rem; color: var(--muted); max-width: 62ch; text-wrap: pretty; }
  .gone { padding: 1rem 1.2rem; color: var(--muted); }
  @container (min-width: 34rem) {
    a.offer { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); }
    a.offer.plain { grid-template-columns: minmax(0, 1fr); }
    .picture { aspect-ratio: 3 / 2; }
    .words { padding: 1.6rem 2rem; gap: .5rem; }
    footer { padding-left: 2rem; }
    .reason { padding-inline: 2rem; }
  }
`);

class TactSlot extends HTMLElement {
  static observedAttributes = ["placement", "campaign", "candidates-from", "lang"];

  #turn = 0;
  #asked = false;
  #watching = null;
  #reload = () => this.#load();

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [STYLE];
  }

  connectedCallback() {
    window.addEventListener("tact:consent", this.#reload);
    this.#asked = true;
    this.#load();
  }

  disconnectedCallback() {
    window.removeEventListener("tact:consent", this.#reload);
    this.#asked = false;
    this.#turn++;
    this.#unwatch();
  }

  attributeChangedCallback(name, before, now) {
    if (this.#asked && before !== now) this.#load();
  }

  /** loading, empty or shown */
  get state() {
    return this.getAttribute("state") ?? "empty";
  }

  get #base() {
    return this.getAttribute("base") ?? "/tact";
  }

  get #language() {
    const language = this.lang || document.documentElement.lang || "en";
    return language.toLowerCase().startsWith("de") ? "de" : "en";
  }

  get #words() {
    return WORDS[this.#language];
  }

  /** Whoever asks last wins: an answer to an earlier question is given back unused. */
  async #load() {
    const placement = this.getAttribute("placement");
    const turn = ++this.#turn;
    this.#become("loading");
    if (!placement) return this.#become("empty");
    try {
      const offers = await this.#offers();
      if (turn !== this.#turn) return;
      const answer = await this.#post("frequency/v1/reservations", {
        placement,
        candidates: offers.map((offer) => ({ campaign: this.#campaign, item: offer.itemId })),
      });
      const reservation = answer.reservation;
      if (turn !== this.#turn) {
        if (reservation) await this.#settle(reservation.id, "release");
        return;
      }
      this.#tell(answer);
      if (!reservation) return this.#become("empty");
      const content = this.#content(reservation, offers);
      await this.#settle(reservation.id, "confirm");
      if (turn === this.#turn) this.#show(reservation, content);
    } catch {
      if (turn === this.#turn) this.#become("empty");
    }
  }

  get #campaign() {
    return this.getAttribute("campaign") || "left-in-basket";
  }

  /** What this person may be reminded of. Without it the slot still has its contextual campaigns. */
  async #offers() {
    const from = this.getAttribute("candidates-from") ?? "slot.retargeting";
    if (!from) return [];
    try {
      const answer = await this.#post("recommendation/v1/recommendations", { placement: from, limit: 5 });
      return Array.isArray(answer.items) ? answer.items.filter((item) => item.itemId) : [];
    } catch {
      return [];
    }
  }

  #content(reservation, offers) {
    if (reservation.creative.type === "fixed") return reservation.creative;
    const offer = offers.find((one) => one.itemId === reservation.item);
    return { title: offer.title, price: this.#price(offer.price), image: offer.image, url: offer.url };
  }

  #price(price) {
    if (price == null) return undefined;
    const { amount, currency } = typeof price === "object" ? price : { amount: price, currency: "EUR" };
    if (!Number.isFinite(amount)) return undefined;
    return new Intl.NumberFormat(this.#language, { style: "currency", currency: currency ?? "EUR" }).format(amount);
  }

  #show(reservation, content) {
    const words = this.#words;
    const reason = make("p", { className: "reason", id: "reason", hidden: true, textContent: words[reservation.kind] ?? words.contextual });
    const why = make("button", { type: "button", textContent: words.why });
    why.setAttribute("aria-expanded", "false");
    why.setAttribute("aria-controls", "reason");
    why.addEventListener("click", () => {
      reason.hidden = !reason.hidden;
      why.setAttribute("aria-expanded", String(!reason.hidden));
    });
    const hide = make("button", { type: "button", textContent: words.hide });
    hide.addEventListener("click", () => this.#notInterested(reservation, hide));
    const frame = make("aside", {}, [
      link(content, words),
      make("footer", {}, [make("span", { className: "label", textContent: words.label }), why, hide]),
      reason,
    ]);
    frame.setAttribute("aria-label", words.label);
    this.shadowRoot.replaceChildren(frame);
    this.#become("shown");
    this.#watch(frame, reservation);
  }

  /** Half of it, for a second, while somebody has the page before them. */
  #watch(frame, reservation) {
    let timer;
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (entry.isIntersecting && entry.intersectionRatio >= SEEN_SHARE && document.visibilityState === "visible") {
          timer = setTimeout(() => {
            observer.disconnect();
            this.#settle(reservation.id, "seen").catch(() => {});
          }, SEEN_AFTER);
        }
      },
      { threshold: [0, SEEN_SHARE] },
    );
    observer.observe(frame);
    this.#watching = () => (clearTimeout(timer), observer.disconnect());
  }

  #unwatch() {
    this.#watching?.();
    this.#watching = null;
  }

  async #notInterested(reservation, button) {
    button.disabled = true;
    try {
      await this.#settle(reservation.id, "not-interested");
      this.#unwatch();
      const said = reservation.id.startsWith("s") ? this.#words.hiddenSession : this.#words.hidden;
      const note = make("p", { className: "gone", textContent: said, tabIndex: -1 });
      note.setAttribute("role", "status");
      this.shadowRoot.querySelector("aside").replaceChildren(note);
      note.focus();
    } catch {
      button.disabled = false;
      button.textContent = this.#words.failed;
    }
  }

  #become(state) {
    if (state !== "shown") {
      this.#unwatch();
      this.shadowRoot.replaceChildren();
    }
    this.setAttribute("state", state);
  }

  #tell(answer) {
    const detail = {
      decision: answer.decision,
      campaign: answer.reservation?.campaign,
      item: answer.reservation?.item,
      rule: answer.reason?.rule,
    };
    this.dispatchEvent(new CustomEvent("tact:slot", { bubbles: true, composed: true, detail }));
  }

  #settle(id, step) {
    return this.#post(`frequency/v1/reservations/${encodeURIComponent(id)}/${step}`);
  }

  async #post(path, body) {
    const answer = await fetch(`${this.#base}/${path}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-Tact-CSRF": "1" },
      body: body && JSON.stringify(body),
      keepalive: !body,
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }
}

function link(content, words) {
  const parts = [make("span", { className: "title", textContent: content.title })];
  if (content.price) parts.push(make("span", { className: "price", textContent: content.price }));
  if (content.text) parts.push(make("span", { className: "text", textContent: content.text }));
  const go = make("span", { className: "go", textContent: words.goTo });
  go.setAttribute("aria-hidden", "true");
  const offer = make("a", { className: "offer", href: safe(content.url) }, [make("span", { className: "words" }, [...parts, go])]);
  if (content.image) {
    const picture = make("img", { src: safe(content.image), alt: "", decoding: "async" });
    offer.prepend(make("span", { className: "picture" }, [picture]));
  } else {
    offer.classList.add("plain");
  }
  return offer;
}

/** A path of the shop or https: what comes from a registry is still not run. */
function safe(address) {
  return /^(\/(?![/\\])|https:\/\/)/.test(address ?? "") ? address : "#";
}

function make(tag, properties, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

if (!customElements.get("tact-slot")) customElements.define("tact-slot", TactSlot);
