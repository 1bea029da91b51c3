// Follows a link within the page: fetches its address and swaps one section, so that nothing jumps.
async function swap(link) {
  const id = link.dataset.swap;
  const focused = link.getAttribute("href") && link.textContent;
  const url = withWhatScriptsSet(link.href);
  let page;
  try {
    page = await fetched(id, url);
  } catch (error) {
    if (error.name !== "AbortError") location.href = url; // The browser says what is wrong.
    return;
  }
  const fresh = page.getElementById(id);
  const old = document.getElementById(id);
  for (const details of old.querySelectorAll("details[open][id]")) fresh.querySelector(`#${details.id}`).open = true;
  old.replaceWith(fresh);
  url.hash = "";
  history.replaceState(null, "", url);
  updateOthers(page, id);
  [...fresh.querySelectorAll("a[data-swap]")].find((a) => a.textContent === focused)?.focus();
  document.dispatchEvent(new CustomEvent("teiten:swapped", { detail: fresh }));
}

// What a newer question is under way for is not waited for any more.
const running = new Map();

async function fetched(id, url) {
  running.get(id)?.abort();
  const mine = new AbortController();
  running.set(id, mine);
  const response = await fetch(url, { signal: mine.signal });
  if (!response.ok) throw new Error(String(response.status));
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// A filter or a zoom since the link was made is in the address only.
function withWhatScriptsSet(href) {
  const url = new URL(href);
  const now = new URL(location.href).searchParams;
  for (const name of ["q", "from", "to"]) {
    if (now.has(name)) url.searchParams.set(name, now.get(name));
    else url.searchParams.delete(name);
  }
  return url;
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
  let page;
  try {
    page = await fetched(id, location.href);
  } catch {
    return; // A newer question is under way, or the server is gone; the page stays readable.
  }
  const fresh = page.getElementById(id);
  const old = document.getElementById(id);
  if (!fresh || !old) return;
  old.replaceWith(fresh);
  updateOthers(page, id);
  document.dispatchEvent(new CustomEvent("teiten:swapped", { detail: fresh }));
}

export function swaps() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-swap]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    swap(link);
  });
}
