// Adds, changes and removes marks of the chart's cluster. A page of another site cannot send this header.
import { ask } from "./ask.js";
import { refresh } from "./swap.js";

async function write(url, method, mark) {
  const response = await ask(url, {
    method,
    headers: { "Content-Type": "application/json", "X-Teiten-Csrf": "1" },
    body: mark && JSON.stringify(mark),
  });
  return response.ok ? null : response.json();
}

// The field shows minutes: an unchanged time is not sent, so that it keeps its seconds.
function save(form) {
  const mark = { label: form.elements.label.value };
  if (form.elements.at.value !== form.dataset.at) mark.at = form.elements.at.value;
  return form.dataset.edits ? write(form.dataset.edits, "PATCH", mark) : write(form.dataset.mark, "POST", mark);
}

// What is wrong, in the server's words; without an answer that can be read, in the page's own.
async function send(writing, textFailed) {
  const wrong = await writing.catch(() => ({ error: textFailed, hint: "" }));
  if (!wrong) {
    await refresh("load");
    return;
  }
  const said = document.querySelector("[data-mark-error]");
  said.textContent = `${wrong.error} ${wrong.hint}`;
  said.hidden = false;
  said.closest("details").open = true;
}

function edit(button) {
  const form = document.querySelector("form[data-mark]");
  form.dataset.edits = button.dataset.markEdit;
  form.dataset.at = button.dataset.at;
  form.elements.at.value = button.dataset.at;
  form.elements.label.value = button.dataset.label;
  form.querySelector("button").textContent = form.dataset.textChange;
  form.closest("details").open = true;
  form.elements.label.focus();
}

export function marks() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-mark]")) return;
    event.preventDefault();
    send(save(event.target), event.target.dataset.textFailed);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mark-edit], [data-mark-remove]");
    if (!button) return;
    if (button.dataset.markEdit) edit(button);
    else if (confirm(button.dataset.textSure)) {
      send(write(button.dataset.markRemove, "DELETE"), button.dataset.textFailed);
    }
  });
}
