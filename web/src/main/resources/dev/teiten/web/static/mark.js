// Adds a mark to the chart's cluster. A page of another site cannot send this header.
import { ask } from "./ask.js";
import { refresh } from "./swap.js";

async function add(form) {
  const response = await ask(form.dataset.mark, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Teiten-Csrf": "1" },
    body: JSON.stringify({ at: form.elements.at.value, label: form.elements.label.value }),
  });
  return response.ok ? null : response.json();
}

// What is wrong, in the server's words; without an answer that can be read, in the page's own.
async function send(form) {
  const wrong = await add(form).catch(() => ({ error: form.dataset.textFailed, hint: "" }));
  if (!wrong) {
    await refresh("load");
    return;
  }
  const said = form.querySelector("[data-mark-error]");
  said.textContent = `${wrong.error} ${wrong.hint}`;
  said.hidden = false;
}

export function marks() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-mark]")) return;
    event.preventDefault();
    send(event.target);
  });
}
