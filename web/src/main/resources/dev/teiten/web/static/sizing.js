// Sliders for what can also be typed or chosen; every change is sized again on the server.
const WAIT_MS = 180;
const PARTS = ["answer", "now", "rest"];

function set(field, value, prefix) {
  if (field.matches("select") && value !== "" && ![...field.options].some((o) => o.value === value)) {
    field.add(new Option(`−${value.slice(prefix.length)}\u00a0%`, value));
  }
  field.value = value;
}

function valueOf(slider) {
  const values = slider.dataset.values?.split("|");
  if (values) return values[slider.value];
  if (slider.dataset.prefix) return slider.value === "0" ? "" : slider.dataset.prefix + slider.value;
  return String(Number(Number(slider.value).toPrecision(3)));
}

function place(slider, field) {
  const values = slider.dataset.values?.split("|");
  const text = slider.dataset.prefix ? field.value.slice(slider.dataset.prefix.length) : field.value;
  slider.value = values ? Math.max(0, values.indexOf(text)) : Number(text || 0);
  slider.setAttribute("aria-valuetext", field.matches("select") ? field.selectedOptions[0].text : field.value || field.placeholder);
}

export function sizing() {
  const form = document.querySelector("[data-recompute]");
  if (!form) return;
  const busy = form.querySelector("[data-busy]");
  let timer;
  let asked = 0;

  async function recompute() {
    asked += 1;
    const mine = asked;
    const url = new URL(form.action);
    url.search = new URLSearchParams(new FormData(form)).toString().replaceAll("%3A", ":");
    const words = setTimeout(() => (busy.textContent = busy.dataset.text), 200);
    const response = await fetch(url);
    clearTimeout(words);
    if (mine !== asked) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    busy.textContent = response.ok ? "" : page.querySelector("main").innerText;
    if (!response.ok) return;
    for (const id of PARTS) document.getElementById(id).replaceWith(page.getElementById(id));
    history.replaceState(null, "", url);
    form.dataset.done = String(mine);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(recompute, WAIT_MS);
  }

  for (const slider of form.querySelectorAll("[data-drives]")) {
    const field = form.querySelector(`#${slider.dataset.drives}`);
    const values = slider.dataset.values?.split("|");
    if (values) Object.assign(slider, { min: 0, max: values.length - 1, step: 1 });
    slider.hidden = false;
    place(slider, field);
    slider.addEventListener("input", () => {
      set(field, valueOf(slider), slider.dataset.prefix || "");
      place(slider, field);
    });
    field.addEventListener("input", () => place(slider, field));
  }
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    recompute();
  });
}
