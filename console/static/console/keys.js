// Keys of the review queue. Without this file everything works with mouse, touch and tab.
"use strict";

(() => {
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
  const help = document.getElementById("help");
  const opener = document.getElementById("help-open");

  const follow = (id) => document.getElementById(id)?.click();
  const focus = (id) => {
    const field = document.getElementById(id);
    if (!field) return;
    field.focus();
    field.scrollIntoView({ block: "center" });
  };

  const rows = () => [...document.querySelectorAll(".queue a.open")];
  const step = (by) => {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };

  const actions = {
    j: () => (rows().length ? step(1) : follow("next")),
    k: () => (rows().length ? step(-1) : follow("previous")),
    c: () => follow("claim"),
    u: () => follow("release"),
    t: () => focus("take-over-note"),
    e: () => focus("text"),
    a: () => focus("approve-reason"),
    r: () => focus("reject-reason"),
    "?": () => help?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const field = typing(event.target);
    if (field) {
      if (event.key === "Escape") field.blur();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || help?.open) return;
    const action = actions[event.key.toLowerCase()];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  if (opener && help) {
    opener.hidden = false;
    opener.addEventListener("click", () => help.showModal());
  }

  // One decision a click: a second press while the answer is on its way does nothing.
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", () => {
      for (const button of form.querySelectorAll("button")) {
        button.setAttribute("aria-busy", "true");
        setTimeout(() => (button.disabled = true), 0);
      }
    });
  }
  // The browser's back button shows the page as it was left.
  window.addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll("button[aria-busy]")) {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    }
  });
})();
