// Hovering or focusing a record lights its letters, each slot in its own colour; hovering letters lights their records.
// Without this script the page still shows everything: the legend, the links and the anchors are plain HTML and CSS.
(() => {
  "use strict";
  const cards = [...document.querySelectorAll(".record")];
  const card = new Map(cards.map((element) => [element.dataset.record, element]));
  const letters = new Map(cards.map((element) => [element.dataset.record, []]));
  const owners = new Map();
  let pinned = null;
  let waiting = 0;

  for (const mark of document.querySelectorAll("mark[data-in]")) {
    const inside = [];
    for (const part of mark.dataset.in.split(" ")) {
      const [record, slot] = part.split(":");
      if (!letters.has(record)) continue;
      letters.get(record).push([mark, slot]);
      inside.unshift(record); // The shortest slot comes last, and is meant first.
    }
    owners.set(mark, [...new Set(inside)]);
  }
  document.documentElement.classList.add("js");

  const each = (selector, change) => document.querySelectorAll(selector).forEach(change);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const behavior = () => (still.matches ? "auto" : "smooth");

  function light(record) {
    each("mark[data-lit]", (mark) => mark.removeAttribute("data-lit"));
    each(".record.on", (element) => { element.classList.remove("on"); element.removeAttribute("aria-current"); });
    each(".reading.active", (reading) => reading.classList.remove("active"));
    const element = card.get(record);
    if (!element) return;
    element.classList.add("on");
    element.setAttribute("aria-current", "true");
    if (letters.get(record).length) element.closest(".reading").classList.add("active");
    for (const [mark, slot] of letters.get(record)) mark.dataset.lit = slot;
  }

  function pin(record, fromText) {
    pinned = record;
    each(".record.peek", (element) => element.classList.remove("peek"));
    light(record);
    const element = card.get(record);
    if (!element) return;
    history.replaceState(null, "", "#" + element.id);
    if (fromText) {
      element.classList.add("peek");
      showCard(element);
    } else {
      showLetters(record);
    }
  }

  // The list of records scrolls by itself: the page must not jump with it.
  function showCard(element, how = behavior()) {
    const list = element.closest(".records");
    if (list.scrollHeight <= list.clientHeight) return;
    const top = element.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (top < 40 || top + element.offsetHeight > list.clientHeight) {
      list.scrollTo({ top: list.scrollTop + top - 48, behavior: how });
    }
  }

  function showLetters(record) {
    const list = card.get(record).closest(".records");
    if (getComputedStyle(list).position !== "sticky") return; // One column: the reader would lose the record.
    const first = letters.get(record)[0];
    if (!first) return;
    const box = first[0].getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight) first[0].scrollIntoView({ block: "center", behavior: behavior() });
  }

  function near(mark) {
    each(".record.near", (element) => element.classList.remove("near"));
    clearTimeout(waiting);
    const records = (mark && owners.get(mark)) || [];
    for (const record of records) card.get(record).classList.add("near");
    // Whoever only passes over the text shall not see the list run.
    if (records.length) waiting = setTimeout(() => showCard(card.get(records[0])), 250);
  }

  function step(by) {
    const at = cards.indexOf(card.get(pinned));
    const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length];
    if (!next) return;
    next.focus({ preventScroll: true });
    showCard(next, "auto"); // A key that is held down must not outrun the list.
    if (getComputedStyle(next.closest(".records")).position !== "sticky") next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("mouseover", (event) => {
    const over = event.target.closest(".record");
    if (over) light(over.dataset.record);
    else if (event.target.closest("mark")) light(pinned);
    near(event.target.closest("mark"));
  });
  document.addEventListener("mouseout", (event) => {
    if (event.target.closest(".record") && !event.relatedTarget?.closest?.(".record")) light(pinned);
  });
  document.addEventListener("focusin", (event) => {
    const focused = event.target.closest(".record");
    if (focused && focused.dataset.record !== pinned) pin(focused.dataset.record, false);
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const records = (mark && owners.get(mark)) || [];
    if (records.length && getSelection().isCollapsed) {
      // Clicking the same letters again goes on to the next record around them.
      pin(records[(records.indexOf(pinned) + 1) % records.length], true);
    } else if (!event.target.closest(".record, .mast, a")) {
      pin(null);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "ArrowRight") step(1);
    else if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "Escape") { document.activeElement.blur(); pin(null); }
    else return;
    event.preventDefault();
  });

  const called = () => {
    const element = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (element?.classList.contains("record")) {
      pin(element.dataset.record, false);
      showCard(element);
    }
  };
  addEventListener("hashchange", called);
  called();
})();
