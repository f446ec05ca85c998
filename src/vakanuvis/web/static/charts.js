// Dragging over bars of the timeline chooses the days from the first to the last one. Without this script one bar is chosen.
(() => {
  "use strict";
  const bars = document.querySelector("[data-bars]");
  if (!bars) return;
  let begin = null;
  let dragged = false;
  const at = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-bars] > li");
  const between = (one, other) => {
    const all = [...bars.children];
    const [first, last] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b);
    return all.slice(first, last + 1);
  };
  const light = (chosen) => {
    for (const bar of bars.children) bar.classList.toggle("in", chosen.includes(bar));
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
    const address = new URL(location.href);
    address.searchParams.delete("sayfa");
    address.searchParams.delete("gun");
    address.searchParams.set("ilk", chosen[0].dataset.first);
    address.searchParams.set("son", chosen[chosen.length - 1].dataset.last);
    location.assign(address);
  });
  bars.addEventListener("click", (event) => { if (dragged) event.preventDefault(); });
})();
