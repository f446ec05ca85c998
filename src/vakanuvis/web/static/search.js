// Keys for the results of a search: J and K go from one to the next, O shows and closes the preview. Without this script: Tab.
(() => {
  "use strict";
  const rows = [...document.querySelectorAll(".results > li")];
  const preview = document.querySelector(".preview");
  const shown = () => rows.find((row) => row.classList.contains("shown"));
  const current = () => document.activeElement?.closest(".results > li") ?? shown();
  const open = (row) => { const link = row?.querySelector(".peek"); if (link) location.assign(link.href); };
  // Where the list was left, reading goes on.
  if (preview) shown()?.querySelector(".title")?.focus({ preventScroll: true });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (document.querySelector("[data-keys]")?.checked === false) return;
    const key = event.key.toLocaleLowerCase("en");
    if (key === "j" || key === "k") {
      const at = rows.indexOf(current());
      const next = rows[Math.min(Math.max(at + (key === "j" ? 1 : -1), 0), rows.length - 1)];
      if (!next || next === current()) return;
      // With the preview open, it goes along.
      if (preview) open(next);
      else next.querySelector(".title").focus();
    } else if (key === "o" && (current() !== shown() || !preview)) {
      open(current() ?? rows[0]);
    } else if (preview && (key === "o" || key === "escape")) {
      location.assign(preview.querySelector(".close").href);
    } else {
      return;
    }
    event.preventDefault();
  });
})();
