// j and k move through the rows, / filters, [ and ] change the week, ? lists the keys.
const visible = (element) => element.offsetParent !== null;

function move(step) {
  const links = [...document.querySelectorAll("[data-row] [data-open]")].filter(visible);
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step;
  links[Math.max(0, Math.min(links.length - 1, next))].focus();
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  "/": () => document.querySelector("[data-filter]")?.focus(),
  "[": () => document.querySelector("a[rel=prev]")?.click(),
  "]": () => document.querySelector("a[rel=next]")?.click(),
  "?": () => document.querySelector("[data-keys]").showModal(),
};

export function keys() {
  document.querySelector("[data-keys-open]").addEventListener("click", actions["?"]);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog[open]");
    if (event.key === "Escape" && event.target.matches("input")) {
      event.preventDefault(); // A search field would lose its words.
      event.target.blur();
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}
