// The room works without this script; it only makes some things quicker.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  // On a phone the pages stand in one line that is pushed: the one that is open comes into view.
  const open = document.querySelector(".masthead nav [aria-current]");
  const line = open?.closest("ul");
  if (line) line.scrollLeft = open.offsetLeft - line.offsetLeft - (line.clientWidth - open.offsetWidth) / 2;

  // Who speaks to the machine instead of typing can switch off the keys that are single letters.
  const keys = document.querySelector("[data-keys]");
  if (keys) {
    try {
      keys.checked = localStorage.getItem("keys") !== "off";
      keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
    } catch {
      // No leave to remember: the choice holds for this page.
    }
  }

  // A button beside every citation puts it on the clipboard.
  const words = document.querySelector("template#words")?.content.firstElementChild?.dataset ?? {};
  for (const citation of document.querySelectorAll(".citation")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(citation.textContent);
        button.textContent = words.copied;
      } catch {
        getSelection().selectAllChildren(citation); // No leave to write: the reader copies by hand.
        button.textContent = words.selected;
      }
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    citation.after(button);
  }
})();
