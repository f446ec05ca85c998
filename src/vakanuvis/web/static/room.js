// The room works without this script; it only makes some things quicker.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

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
