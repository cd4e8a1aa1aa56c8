// Beginning to type takes a held draft in hand. Without this file its button does, or the decision.
"use strict";

(() => {
  const AGAIN_MS = 60_000;
  const place = document.getElementById("in-hand");
  if (!place) return;

  let last = 0;
  const claim = async () => {
    if (Date.now() - last < AGAIN_MS) return;
    last = Date.now();
    try {
      const response = await fetch(place.dataset.claim, {
        method: "POST",
        headers: {
          "X-Live": "1",
          "X-CSRFToken": place.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "",
        },
      });
      // Logged out meanwhile: what was typed stays, and sending it leads to the login.
      if (response.redirected || ![200, 409].includes(response.status)) return;
      place.innerHTML = await response.text();
    } catch {
      last = 0;
    }
  };

  for (const form of document.querySelectorAll(".decide > form")) {
    form.addEventListener("input", claim);
  }
})();
