// Draws the load chart from its JSON. A null is a gap, never a zero.
import { ask } from "./ask.js";
import { setParameters } from "./filter.js";
import { refresh } from "./swap.js";
import { options, legend, printing, readout } from "./chart-options.js";

const ECHARTS = "/echarts/6.0.0/echarts.common.min.js";
// A page that is a file has its data within it, and no server to ask for a narrower range.
const standalone = "standalone" in document.documentElement.dataset;
let library;

export function load() {
  if (window.echarts) return window.echarts;
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = ECHARTS;
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  });
  return library;
}

async function series(figure) {
  if (standalone) return JSON.parse(document.getElementById(`load-${figure.dataset.slice}`).textContent);
  const url = new URL(figure.dataset.chart, location.href);
  url.searchParams.set("slice", figure.dataset.slice);
  for (const name of ["from", "to"]) {
    if (figure.dataset[name]) url.searchParams.set(name, figure.dataset[name]);
  }
  const response = await ask(url);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

// Of two answers under way only the one asked for last is drawn.
const asked = new WeakMap();

async function draw(figure) {
  const mine = {};
  asked.set(figure, mine);
  delete figure.dataset.drawn;
  try {
    const [echarts, data] = await Promise.all([load(), series(figure)]);
    if (!figure.isConnected || asked.get(figure) !== mine) return;
    const chart = echarts.getInstanceByDom(figure) || start(echarts, figure);
    figure.teitenData = data;
    paint(figure, chart);
  } catch (error) {
    if (asked.get(figure) !== mine) return;
    console.error(error);
    figure.innerHTML = "";
    const message = document.createElement("p");
    message.textContent = figure.dataset.textFailed;
    figure.append(message);
  }
}

// The height on paper and the width of A4 less its margins, in CSS pixels; the canvas has twice as many.
const SHEET = { width: 2 * 715, height: 2 * 130 };

function paint(figure, chart) {
  const data = figure.teitenData;
  chart.resize(printing() ? SHEET : { width: "auto", height: "auto" });
  chart.setOption(options(figure, data), true);
  if (!standalone) chart.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true });
  const section = figure.closest("section");
  legend(section.querySelector("[data-legend]"), figure, data);
  section.querySelector("[data-chart-reset]").hidden = !figure.dataset.from;
  figure.dataset.drawn = "true";
}

function start(echarts, figure) {
  const chart = echarts.init(figure, null, { renderer: "canvas" });
  new ResizeObserver(() => chart.resize()).observe(figure);
  document.addEventListener("teiten:theme", () => figure.isConnected && paint(figure, chart));
  for (const media of ["(prefers-color-scheme: dark)", "print"]) matchMedia(media).addEventListener("change", () => figure.isConnected && paint(figure, chart));
  const note = figure.closest("section").querySelector("[data-readout]");
  const hint = note.textContent;
  chart.on("updateAxisPointer", (event) => {
    const time = event.axesInfo?.[0]?.value;
    note.textContent = time === undefined ? hint : readout(figure, figure.teitenData, time);
  });
  chart.getZr().on("globalout", () => (note.textContent = hint));
  chart.on("datazoom", (event) => {
    const range = event.batch?.[0];
    if (range?.startValue === undefined) return;
    zoom(figure, range.startValue, range.endValue);
  });
  return chart;
}

function zoom(figure, fromMs, toMs) {
  const minute = 60000;
  const from = Math.floor(fromMs / minute) * minute;
  const to = Math.max(from + 10 * minute, Math.ceil(toMs / minute) * minute);
  figure.dataset.from = new Date(from).toISOString();
  figure.dataset.to = new Date(to).toISOString();
  setParameters({ from: figure.dataset.from, to: figure.dataset.to });
  draw(figure);
  refresh("queries");
}

function chooseSlice(button) {
  const section = button.closest("section");
  for (const other of section.querySelectorAll("[data-slice-choice]")) {
    other.setAttribute("aria-pressed", String(other === button));
  }
  const figure = section.querySelector("[data-chart]");
  figure.dataset.slice = button.dataset.sliceChoice;
  draw(figure);
}

export function charts() {
  document.querySelectorAll("[data-chart]").forEach(draw);
  document.addEventListener("teiten:swapped", (event) => {
    event.detail.querySelectorAll("[data-chart]").forEach(draw);
  });
  document.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-slice-choice]");
    if (choice) chooseSlice(choice);
    const reset = event.target.closest("[data-chart-reset]");
    if (!reset) return;
    event.preventDefault();
    const figure = reset.closest("section").querySelector("[data-chart]");
    delete figure.dataset.from;
    delete figure.dataset.to;
    setParameters({ from: "", to: "" });
    draw(figure);
    refresh("queries");
  });
}
