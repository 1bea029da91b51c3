// Follows a link within the page: fetches its address and swaps one section, so that nothing jumps.
async function swap(link) {
  const id = link.dataset.swap;
  const focused = link.getAttribute("href") && link.textContent;
  const response = await fetch(link.href);
  if (!response.ok) {
    location.href = link.href;
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById(id);
  const old = document.getElementById(id);
  for (const details of old.querySelectorAll("details[open][id]")) fresh.querySelector(`#${details.id}`).open = true;
  old.replaceWith(fresh);
  const url = new URL(link.href);
  url.hash = "";
  history.replaceState(null, "", url);
  updateOthers(page, id);
  [...fresh.querySelectorAll("a[data-swap]")].find((a) => a.textContent === focused)?.focus();
  document.dispatchEvent(new CustomEvent("teiten:swapped", { detail: fresh }));
}

// Links in other sections carry the state too; take theirs from the fetched page.
function updateOthers(page, id) {
  for (const link of document.querySelectorAll("a[data-swap], .tools a")) {
    if (link.closest(`#${id}`)) continue;
    const twin = [...page.querySelectorAll("a[data-swap], .tools a")].find(
      (a) => a.textContent === link.textContent && a.dataset.swap === link.dataset.swap);
    if (twin) link.setAttribute("href", twin.getAttribute("href"));
  }
}

// Fetches the page's own address again and takes one section from it.
export async function refresh(id) {
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById(id);
  const old = document.getElementById(id);
  if (!fresh || !old) return;
  old.replaceWith(fresh);
  updateOthers(page, id);
}

export function swaps() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-swap]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    swap(link);
  });
}
