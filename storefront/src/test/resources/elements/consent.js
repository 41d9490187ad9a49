// Stands in for consent-service's banner: asks nothing.
customElements.define("tact-consent", class extends HTMLElement {});
