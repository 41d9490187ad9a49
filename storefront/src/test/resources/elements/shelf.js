// Stands in for recommendation-service's shelf while the shop is looked at alone.
class Shelf extends HTMLElement {
  async connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(`
      ul { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(9.5rem, 1fr); gap: 1rem; overflow-x: auto; margin: 0; padding: 0; list-style: none; scrollbar-width: none; }
      a { color: inherit; text-decoration: none; display: grid; gap: .15rem; font-size: .9375rem; }
      img { width: 100%; height: auto; aspect-ratio: 1; border-radius: var(--tact-radius); margin-bottom: .45rem; }
      small { color: var(--tact-muted); }
    `);
    root.adoptedStyleSheets = [style];
    const response = await fetch("/tact/recommendation/v1/recommendations", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Tact-CSRF": "1" },
      body: JSON.stringify({ placement: this.getAttribute("placement"), item: this.getAttribute("item") ?? undefined }),
    });
    if (!response.ok) return;
    const list = document.createElement("ul");
    for (const item of (await response.json()).items) {
      const link = document.createElement("a");
      link.href = item.url;
      const picture = Object.assign(new Image(400, 400), { src: item.image, alt: "" });
      const price = new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency: "EUR" });
      const line = (name, text) => Object.assign(document.createElement(name), { textContent: text });
      link.append(picture, line("span", item.title), line("small", price.format(item.price.amount)), line("small", item.sentence));
      list.append(Object.assign(document.createElement("li"), {}));
      list.lastChild.append(link);
    }
    root.append(list);
  }
}
customElements.define("tact-shelf", Shelf);
