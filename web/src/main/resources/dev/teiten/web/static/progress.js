// Says quietly what is still being collected, and offers what has arrived meanwhile.
const EVERY_MS = 2000;

export function progress() {
  const bar = document.querySelector("[data-progress]");
  if (!bar) return;
  let first = null;
  async function ask() {
    let state;
    try {
      state = await (await fetch(bar.dataset.progress)).json();
    } catch {
      return; // The server is gone; the page stays readable.
    }
    first ??= state.done;
    const arrived = state.done > first;
    bar.hidden = !state.active && !arrived;
    bar.querySelector("progress").hidden = !state.active;
    bar.querySelector("progress").max = Math.max(1, state.total);
    bar.querySelector("progress").value = state.done;
    bar.querySelector("[data-progress-text]").textContent = state.active
      ? bar.dataset.words.replace("%done", state.done).replace("%total", state.total).replace("%text", state.text)
      : "";
    bar.querySelector("[data-progress-reload]").hidden = !arrived;
    if (state.active) setTimeout(ask, EVERY_MS);
  }
  ask();
}
