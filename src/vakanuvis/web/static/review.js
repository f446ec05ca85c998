// Keys for the review queue: J and K go from card to card, A, X, E, B and U press the buttons. Without this script: the mouse or Tab.
(() => {
  "use strict";
  const cards = [...document.querySelectorAll("[data-card]")];
  const current = () => document.activeElement?.closest("[data-card]");
  // After the browser has gone to the queue itself, which would take the focus away again.
  if (location.hash === "#kuyruk") addEventListener("load", () => cards[0]?.focus());
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (document.querySelector("[data-keys]")?.checked === false) return;
    const key = event.key.toLocaleLowerCase("en");
    if (key === "j" || key === "k") {
      const at = cards.indexOf(current());
      cards[Math.min(Math.max(at + (key === "j" ? 1 : -1), 0), cards.length - 1)]?.focus();
      event.preventDefault();
      return;
    }
    const wanted = `[data-key="${CSS.escape(key)}"]`;
    const found = key === "u" ? document.querySelector(wanted) : (current() ?? cards[0])?.querySelector(wanted);
    if (!found) return;
    event.preventDefault();
    if (found instanceof HTMLDetailsElement) {
      found.open = true;
      found.querySelector("[name=value]")?.focus();
    } else {
      found.click();
    }
  });
})();
