// The room works without this script; it only makes some things quicker.
(() => {
  "use strict";
  document.documentElement.classList.add("js");
})();
