// Dragging over bars chooses the days from the first to the last one; so do Shift and the arrow keys, then Enter.
// Without this script one bar is chosen.
(() => {
  "use strict";
  const bars = document.querySelector("[data-bars]");
  if (!bars) return;
  const all = [...bars.children];
  let begin = null;
  let dragged = false;
  let held = null; // where Shift was first held down
  const at = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-bars] > li");
  const between = (one, other) => {
    const [first, last] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b);
    return all.slice(first, last + 1);
  };
  const light = (chosen) => {
    for (const bar of all) bar.classList.toggle("in", chosen.includes(bar));
  };
  const go = (chosen) => {
    const address = new URL(location.href);
    for (const name of ["sayfa", "gun", "uc"]) address.searchParams.delete(name);
    address.searchParams.set("ilk", chosen[0].dataset.first);
    address.searchParams.set("son", chosen[chosen.length - 1].dataset.last);
    address.hash = "";
    location.assign(address);
  };
  bars.addEventListener("dragstart", (event) => event.preventDefault());
  bars.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch") return; // A finger scrolls, and taps one bar.
    begin = at(event);
    dragged = false;
  });
  addEventListener("pointermove", (event) => {
    const here = begin && at(event);
    if (!here) return;
    dragged ||= here !== begin;
    if (dragged) light(between(begin, here));
  });
  addEventListener("pointerup", (event) => {
    const chosen = begin && dragged ? between(begin, at(event) ?? begin) : [];
    begin = null;
    if (chosen.length < 2) return light([]);
    go(chosen);
  });
  bars.addEventListener("click", (event) => { if (dragged) event.preventDefault(); });
  bars.addEventListener("keydown", (event) => {
    const here = event.target.closest("[data-bars] > li");
    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -all.length, End: all.length };
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps) {
      const next = all[Math.min(Math.max(all.indexOf(here) + steps[event.key], 0), all.length - 1)];
      held = event.shiftKey ? held ?? here : null;
      light(held ? between(held, next) : []);
      next.querySelector("a").focus();
    } else if (event.key === "Enter" && held && held !== here) {
      go(between(held, here));
    } else {
      return;
    }
    event.preventDefault();
  });
  bars.addEventListener("focusout", (event) => {
    if (bars.contains(event.relatedTarget)) return;
    held = null;
    light([]);
  });
})();
