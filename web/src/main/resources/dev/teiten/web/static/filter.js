// Hides the rows that do not hold the words, and keeps the words in the address.
export function setParameters(changes) {
  if (location.protocol === "file:") return; // A file's address cannot be changed.
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(null, "", url);
}

function apply(input) {
  let shown = 0;
  const words = input.value.trim().toLowerCase();
  for (const row of document.querySelectorAll(`#${input.dataset.filter} [data-row]`)) {
    const texts = [...row.querySelectorAll("[data-words]")].map((element) => element.textContent);
    const text = [row.querySelector("[data-open]").dataset.full, row.dataset.fingerprint, ...texts].join(" ");
    row.hidden = words !== "" && !text.toLowerCase().includes(words);
    if (!row.hidden) shown += 1;
  }
  const empty = document.querySelector(`[data-empty="${input.dataset.filter}"]`);
  if (empty) empty.hidden = shown > 0;
}

export function filters() {
  // What was typed before this file was there.
  document.querySelectorAll("[data-filter]").forEach((input) => input.value !== input.defaultValue && apply(input));
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-filter]")) return;
    apply(event.target);
    setParameters({ q: event.target.value.trim() });
  });
}
