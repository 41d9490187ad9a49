// Tells the shop what was looked at and what went into the basket. Whether any of it is kept is
// decided by profile-service, by what this person allowed; who it was, the shop fills in itself.

function tell(source) {
  const { event, product, name, category, price, currency } = source.dataset;
  const body = {
    event,
    messageId: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
    timestamp: new Date().toISOString(),
    properties: { product_id: product, name, category, price: Number(price), currency, quantity: 1 },
  };
  fetch("/tact/profile/v1/track", {
    method: "POST",
    keepalive: true,
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "X-Tact-CSRF": "1" },
    body: JSON.stringify(body),
  }).catch(() => {});
}

// A page that is only drawn ahead has not been looked at yet.
function whenSeen(action) {
  if (document.prerendering) {
    document.addEventListener("prerenderingchange", action, { once: true });
  } else {
    action();
  }
}

whenSeen(() => {
  for (const viewed of document.querySelectorAll("article[data-event]")) {
    tell(viewed);
  }
});

document.addEventListener("submit", (submitted) => {
  if (submitted.target.matches("form[data-event]")) {
    tell(submitted.target);
  }
});

// Links to an element open it where it already is; without it they lead to a page that holds it.
document.addEventListener("click", (clicked) => {
  const link = clicked.target.closest("a[data-opens]");
  const element = link && document.querySelector(`${link.dataset.opens}:defined`);
  if (element?.show) {
    clicked.preventDefault();
    element.show();
  }
});

// A place that was kept for an element whose service does not answer is given back. Scripts run in
// the order of the page, so this one is here before any of theirs can fail.
for (const script of document.querySelectorAll("script[data-element]")) {
  script.addEventListener("error", () => {
    for (const element of document.querySelectorAll(script.dataset.element)) {
      (element.closest(".band") ?? element).classList.add("without-element");
    }
  });
}
