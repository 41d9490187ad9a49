// Stands in for frequency-service's slot: nothing is advertised, so what the page put there stays.
class Slot extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
  }
}
customElements.define("tact-slot", Slot);
