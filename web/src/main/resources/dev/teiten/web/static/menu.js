// Menus close when the reader looks elsewhere; what the share menu does beyond links.
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== except) menu.open = false;
  }
}

// With its zone, for whoever opens it may have chosen another.
function viewOf(zone) {
  const pair = `tz=${encodeURIComponent(zone)}`;
  const url = new URL(location.href);
  if (!url.searchParams.has("tz")) url.search += url.search ? `&${pair}` : pair;
  return url.href;
}

async function copyText(button, text) {
  await navigator.clipboard.writeText(text);
  button.textContent = button.dataset.copied;
}

export function menus() {
  document.addEventListener("click", (event) => {
    closeMenus(event.target.closest("details.menu"));
    const link = event.target.closest("[data-copy-link]");
    if (link) copyText(link, viewOf(link.dataset.zone));
    const copy = event.target.closest("[data-copy]");
    if (copy) copyText(copy, document.querySelector(copy.dataset.copy).textContent);
    if (event.target.closest("[data-print]")) {
      closeMenus(null);
      print();
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
