// Walks the agenda: one item at a time, each with its time box. Without scripts all items are shown.
import { setParameters } from "./filter.js";

const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

export function meeting() {
  const section = document.querySelector("[data-meeting]");
  if (!section) return;
  const steps = [...section.querySelectorAll("[data-step]")];
  const timer = section.querySelector("[data-timer]");
  const spent = steps.map(() => 0);
  let at = Math.min(steps.length - 1, Number(section.dataset.item));
  let running = true;

  function tell() {
    const left = Number(steps[at].dataset.seconds) - spent[at];
    timer.textContent = left >= 0 ? clockText(left) : section.dataset.textOver.replace("%time", clockText(-left));
    timer.classList.toggle("over", left < 0);
    section.querySelector("[data-pause]").setAttribute("aria-pressed", String(!running));
  }

  function show(next) {
    at = Math.max(0, Math.min(steps.length - 1, next));
    steps.forEach((step, i) => (step.hidden = i !== at));
    section.querySelector("[data-position]").textContent = `${at + 1} / ${steps.length}`;
    section.querySelector("[data-back]").disabled = at === 0;
    section.querySelector("[data-next]").disabled = at === steps.length - 1;
    steps[at].querySelector("h1, h2").focus({ preventScroll: true });
    setParameters({ item: at === 0 ? "" : String(at) });
    tell();
  }

  function pause() {
    running = !running;
    tell();
  }

  const acts = {
    ArrowRight: () => show(at + 1), j: () => show(at + 1), PageDown: () => show(at + 1),
    ArrowLeft: () => show(at - 1), k: () => show(at - 1), PageUp: () => show(at - 1),
    p: pause,
    Enter: () => steps[at].querySelector("a[data-open]")?.click(),
    Escape: () => section.querySelector("[data-leave]").click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("a, button, summary, details, dialog[open]")) return;
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
  section.querySelector("[data-back]").addEventListener("click", () => show(at - 1));
  section.querySelector("[data-next]").addEventListener("click", () => show(at + 1));
  section.querySelector("[data-pause]").addEventListener("click", pause);
  section.querySelector("[data-controls]").hidden = false;
  setInterval(() => {
    if (!running) return;
    spent[at] += 1;
    tell();
  }, 1000);
  show(at);
}
