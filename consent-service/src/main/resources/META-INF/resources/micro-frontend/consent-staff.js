/**
 * <tact-consent-staff>: for consent officers, privacy officers and analysts. How many say yes and no, whether the ledger is well, what one
 * person said, and who looked. Each part is there for whoever's role may see it; the service decides, not this module.
 *
 *   base   where consent-service is reached, default /tact/consent
 */

const DAYS = 30;
const NOES = ["refused", "withdrawn", "objected"];

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host {
    --accent: var(--tact-accent, #0b6b53); --surface: var(--tact-surface, #fff); --text: var(--tact-text, #17211e);
    --muted: var(--tact-muted, #586762); --radius: var(--tact-radius, 14px);
    --line: color-mix(in srgb, var(--text) 14%, var(--surface)); --no: color-mix(in srgb, var(--text) 45%, var(--surface));
    display: grid; gap: 1.5rem; color: var(--text); color-scheme: light dark; min-width: 0;
    font: 400 1rem/1.5 var(--tact-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  }
  @media (prefers-color-scheme: dark) { :host {
    --accent: var(--tact-accent, #6fd6b4); --surface: var(--tact-surface, #151b19); --text: var(--tact-text, #eaf1ee); --muted: var(--tact-muted, #a3b2ac); } }
  * { box-sizing: border-box; margin: 0; }
  section { padding: 1.2rem 1.4rem; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); display: grid; gap: .9rem; min-width: 0; }
  h2 { font-size: 1.2rem; line-height: 1.3; }
  .muted { color: var(--muted); font-size: .94rem; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-size: .95rem; }
  th, td { text-align: start; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
  th { font-weight: 600; } td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
  code { font-size: .85rem; overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .8rem; }
  dt { color: var(--muted); font-size: .9rem; } dd { margin: 0; font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums; }
  .status { width: fit-content; padding: .2rem .8rem; border-radius: 99px; border: 1.5px solid var(--accent); font-weight: 600; }
  .status.ill { border-color: #c62828; background: color-mix(in srgb, #c62828 14%, var(--surface)); }
  svg { display: block; width: 9rem; height: 2rem; } svg .yes { fill: var(--accent); } svg .no { fill: var(--no); }
  form { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem; align-items: end; }
  label { display: grid; gap: .25rem; font-size: .92rem; color: var(--muted); }
  input, select { font: inherit; color: var(--text); background: var(--surface); border: 1.5px solid var(--muted); border-radius: calc(var(--radius) * .6); padding: .5rem .7rem; min-width: 0; }
  button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1rem; color: var(--surface); background: var(--accent); border: 0; border-radius: calc(var(--radius) * .6); cursor: pointer; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; padding: .8rem; border: 1px solid var(--line); border-radius: calc(var(--radius) * .6); }
`);

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

const number = (value) => value.toLocaleString();
const cells = (tag, ...texts) => texts.map((text) => make(tag, typeof text === "object" ? text : { textContent: text }));
const right = (text) => ({ textContent: text, className: "number" });

class TactConsentStaff extends HTMLElement {
  #parts = make("div", { style: "display: contents" });

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [STYLE];
    this.shadowRoot.append(this.#parts);
  }

  async connectedCallback() {
    this.setAttribute("aria-busy", "true");
    const health = await this.#health();
    const parts = health
      ? [health, ...await Promise.all([this.#rates(), this.#lookUp(), this.#log()])]
      : [this.#section("Not for you", make("p", {
          textContent: "Your account has no role that may see this: consent-officer, privacy-officer or analyst." }))];
    this.#parts.replaceChildren(...parts.filter(Boolean));
    this.removeAttribute("aria-busy");
  }

  /** Null where the caller's role is not enough. */
  async #call(path, body) {
    const response = await fetch((this.getAttribute("base") ?? "/tact/consent") + path, {
      method: body ? "POST" : "GET",
      credentials: "same-origin",
      headers: body ? { "Content-Type": "application/json", "X-Tact-CSRF": "1" } : {},
      body: body && JSON.stringify(body),
      cache: "no-store",
    });
    if (response.status === 401 || response.status === 403) return null;
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail ?? answer.title);
    return answer;
  }

  #section(title, ...children) {
    return make("section", { "aria-label": title }, make("h2", { textContent: title }), ...children);
  }

  async #part(title, path, render) {
    try {
      const answer = await this.#call(path);
      return answer && this.#section(title, ...render(answer));
    } catch {
      return this.#section(title, make("p", { textContent: "This cannot be shown now. Reload the page in a moment." }));
    }
  }

  #health() {
    const words = {
      well: "The ledger is well.",
      refusing: "Somebody else wrote to the ledger’s tables. What they wrote is not signed: see the runbook.",
      behind: "The database lacks what was shown before. Nothing more is signed: see the runbook.",
    };
    return this.#part("The ledger", "/v1/ledger/health", (health) => [
      make("p", { className: `status ${health.status === "well" ? "" : "ill"}`, textContent: words[health.status] }),
      make("dl", {}, ...[["Entries", health.entries], ["Published", health.published], ["Waiting", health.waiting], ["Refused", health.refused]]
        .map(([name, value]) => make("div", {}, make("dt", { textContent: name }), make("dd", { textContent: number(value) })))),
    ]);
  }

  #rates() {
    return this.#part(`What people answered in ${DAYS} days`, "/v1/rates?by=day", ({ rates }) => {
      const purposes = [...new Set(rates.map((rate) => rate.purpose))];
      if (!purposes.length) return [make("p", { textContent: "Nobody answered yet." })];
      return [make("div", { className: "scroll", tabIndex: 0 }, make("table", {},
        make("thead", {}, make("tr", {}, ...cells("th", "Purpose", right("Yes"), right("Refused"), right("Taken back"), right("Objected"), right("Ended"), right("Yes of all"), "By day"))),
        make("tbody", {}, ...purposes.map((purpose) => this.#rate(purpose, rates.filter((rate) => rate.purpose === purpose))))))];
    });
  }

  #rate(purpose, rates) {
    const sum = (...answers) => rates.filter((rate) => answers.includes(rate.answer)).reduce((all, rate) => all + rate.count, 0);
    const yes = sum("granted");
    const all = yes + sum(...NOES);
    return make("tr", {}, ...cells("td", purpose, ...["granted", "refused", "withdrawn", "objected", "lapsed"].map((answer) => right(number(sum(answer)))),
      right(all ? `${Math.round((100 * yes) / all)} %` : "–")), make("td", {}, this.#days(purpose, rates)));
  }

  /** Two bars a day: yes above, noes below. */
  #days(purpose, rates) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", `0 0 ${DAYS * 4} 32`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${purpose} by day`);
    const today = Math.floor(Date.now() / 86_400_000);
    const days = new Map();
    for (const rate of rates) {
      const day = DAYS - 1 - (today - Math.floor(Date.parse(rate.since) / 86_400_000));
      const counts = days.get(day) ?? { yes: 0, no: 0 };
      if (rate.answer === "granted") counts.yes += rate.count;
      else if (NOES.includes(rate.answer)) counts.no += rate.count;
      days.set(day, counts);
    }
    const most = Math.max(1, ...[...days.values()].flatMap(({ yes, no }) => [yes, no]));
    for (const [day, { yes, no }] of days) {
      for (const [name, height, y] of [["yes", (15 * yes) / most, 16 - (15 * yes) / most], ["no", (15 * no) / most, 17]]) {
        const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        Object.entries({ class: name, x: day * 4, y, width: 3, height }).forEach(([key, value]) => bar.setAttribute(key, value));
        svg.append(bar);
      }
    }
    return svg;
  }

  async #lookUp() {
    const texts = await this.#call("/v1/purposes").catch(() => null);
    if (!texts) return null;
    const asked = [...texts.purposes, ...(texts.sensitive ?? []).map((one) => one.purpose)];
    const result = make("div", { "aria-live": "polite" });
    const field = (label, name, more = {}) => make("label", {}, label, make("input", { name, required: true, autocomplete: "off", ...more }));
    const options = (name, values) => make("select", { name }, ...values.map((value) => make("option", { value, textContent: value })));
    const form = make("form", {},
      make("label", {}, "Identity", options("type", ["user_id", "anonymous_id", "email"])),
      field("Value", "value"),
      make("label", {}, "Purpose", options("purpose", asked.filter((text) => text.optional).map((text) => text.purpose))),
      field("Why (kept; a ticket, no name)", "reason", { maxLength: 200 }),
      make("button", { textContent: "Look up" }));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      result.replaceChildren(make("p", { textContent: "…" }));
      try {
        const proof = await this.#call("/v1/lookups", Object.fromEntries(new FormData(form)));
        if (!proof) throw new Error("Your role may not look people up.");
        result.replaceChildren(
          make("p", {}, "Answer: ", make("strong", { textContent: proof.answer })),
          ...proof.entries.map((entry) => make("pre", { tabIndex: 0, textContent: JSON.stringify(JSON.parse(entry.body), null, 2) })));
        const log = await this.#log();
        if (log) this.#parts.lastElementChild.replaceWith(log);
      } catch (failure) {
        result.replaceChildren(make("p", { textContent: failure.message }));
      }
    });
    return this.#section("What one person said", make("p", { className: "muted",
      textContent: "For a complaint or a claim. That you looked, at whom and why, is recorded before anything is shown." }), form, result);
  }

  #log() {
    return this.#part("Who looked", "/v1/lookups", ({ lookups }) => [lookups.length
      ? make("div", { className: "scroll", tabIndex: 0 }, make("table", {},
          make("thead", {}, make("tr", {}, ...cells("th", "When", "Who", "At whom", "Why"))),
          make("tbody", {}, ...lookups.map((look) => make("tr", {}, ...cells("td", new Date(look.at).toLocaleString()),
            ...[look.staff, look.whom ?? "erased"].map((key) => make("td", {}, make("code", { textContent: key.slice(0, 12), title: key }))),
            ...cells("td", look.reason))))))
      : make("p", { textContent: "Nobody looked anybody up." })]);
  }
}

if (!customElements.get("tact-consent-staff")) customElements.define("tact-consent-staff", TactConsentStaff);
