// What pages do beyond being read: everything here is also possible without it.
import { keys } from "./keys.js";
import { filters } from "./filter.js";
import { swaps } from "./swap.js";
import { progress } from "./progress.js";
import { charts } from "./chart.js";

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

function copies() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
  });
}

function submits() {
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });
}

theme();
copies();
submits();
keys();
filters();
swaps();
progress();
charts();
