// Adds a mark to the chart's cluster. A page of another site cannot send this header.
import { refresh } from "./swap.js";

async function send(form) {
  const said = form.querySelector("[data-mark-error]");
  const response = await fetch(form.dataset.mark, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Teiten-Csrf": "1" },
    body: JSON.stringify({ at: form.elements.at.value, label: form.elements.label.value }),
  });
  if (response.ok) {
    await refresh("load");
    return;
  }
  const answer = await response.json().catch(() => ({ error: String(response.status), hint: "" }));
  said.textContent = `${answer.error} ${answer.hint}`;
  said.hidden = false;
}

export function marks() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-mark]")) return;
    event.preventDefault();
    send(event.target);
  });
}
