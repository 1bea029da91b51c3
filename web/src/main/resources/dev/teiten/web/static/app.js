// What pages do beyond being read: everything here is also possible without it.
import { keys } from "./keys.js";
import { filters } from "./filter.js";
import { swaps } from "./swap.js";
import { progress } from "./progress.js";
import { charts } from "./chart.js";
import { menus } from "./menu.js";
import { marks } from "./mark.js";
import { zones } from "./zone.js";
import { meeting } from "./meeting.js";

function theme() {
  document.querySelector("[data-theme-switch]").addEventListener("click", () => {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (root.dataset.theme || system) === "dark" ? "light" : "dark";
    root.dataset.theme = next;
    document.cookie = `teiten-theme=${next}; path=/; max-age=31536000; samesite=lax`;
    document.dispatchEvent(new Event("teiten:theme"));
  });
}

function submits() {
  // What was left empty is not in the address.
  document.addEventListener("formdata", (event) => {
    const left = [...event.formData].filter(([, value]) => value !== "");
    for (const name of [...event.formData.keys()]) event.formData.delete(name);
    for (const [name, value] of left) event.formData.append(name, value);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });
  // What was chosen before this file was there.
  [...document.querySelectorAll("[data-submit]")].find(isChanged)?.form.requestSubmit();
}

function isChanged(field) {
  if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
  return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
}

// Buttons that do nothing without scripts cannot be pressed before these are there.
function wake(root) {
  for (const button of root.querySelectorAll("[data-script]")) button.disabled = false;
}

theme();
menus();
meeting();
marks();
zones();
submits();
keys();
filters();
swaps();
progress();
charts();
wake(document);
document.addEventListener("teiten:swapped", (event) => wake(event.detail));
