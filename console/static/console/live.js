// Forms that answer while one types. Without this file their button asks for the same answer.
"use strict";

(() => {
  const PAUSE_MS = 350;

  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

  // Ask for an answer and put it in place; a newer question gives an older one up.
  const asker = (target, url, asked) => {
    let waiting;
    let running;
    const ask = async () => {
      running?.abort();
      running = new AbortController();
      target.setAttribute("aria-busy", "true");
      try {
        const response = await fetch(url, {
          method: "POST",
          body: asked(),
          headers: { "X-Live": "1", "X-CSRFToken": token() },
          signal: running.signal,
        });
        // Logged out meanwhile: the page itself leads to the login.
        if (response.redirected) window.location.reload();
        else if (response.ok) target.innerHTML = await response.text();
        target.removeAttribute("aria-busy");
      } catch (error) {
        if (error.name !== "AbortError") target.removeAttribute("aria-busy");
      }
    };
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE_MS);
    };
  };

  for (const form of document.querySelectorAll("form[data-live]")) {
    const target = document.getElementById(form.dataset.live);
    const ask = asker(target, form.action || window.location.href, () => new FormData(form));
    form.addEventListener("input", ask);
    form.addEventListener("change", ask);
  }

  // An example below a field of a form: what the typed value would make of a sample.
  for (const example of document.querySelectorAll("[data-example]")) {
    const form = example.closest("form");
    const field = form?.elements.namedItem(example.dataset.field);
    if (!field) continue;
    const ask = asker(example, example.dataset.example, () => new FormData(form));
    field.addEventListener("input", ask);
    field.addEventListener("change", ask);
  }
})();
