// What the load chart looks like: colours from the style sheet, words from the page.
import { clock, timeAxes } from "./time-axis.js";
import { decal, layer } from "./textures.js";

// Drawn for paper at twice its size, so that it is sharp there: words, lines and margins are larger too.
export const printing = () => matchMedia("print").matches;
const PAPER = 1.5;
const size = (pixels) => (printing() ? pixels * PAPER : pixels);
const HOUR_SECONDS = 3600;
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export function colour(key) {
    return css(key) || css("other");
}

function points(values, fromMs, stepMs) {
  return values.map((value, i) => [fromMs + i * stepMs, value]);
}

// A mean stands for the whole of its step: before a gap and at the end of the range it is drawn to the step's end.
function steps(values, fromMs, stepMs) {
  return points(values, fromMs, stepMs).flatMap((point, i) =>
    point[1] !== null && (values[i + 1] ?? null) === null ? [point, [point[0] + stepMs, point[1]]] : [point]);
}

function area(line, data) {
  return {
    name: line.name, type: "line", stack: "load", symbol: "none", silent: true, step: data.stepSeconds >= HOUR_SECONDS ? "end" : false,
    areaStyle: { color: colour(line.key), opacity: 0.92 },
    lineStyle: { width: css(`${line.key}-edge`) ? 1 : 0, color: css(`${line.key}-edge`) || colour(line.key) }, itemStyle: { color: colour(line.key) },
    data: steps(line.values, Date.parse(data.from), data.stepSeconds * 1000), connectNulls: false,
    emphasis: { disabled: true },
  };
}

function ghost(data, range, name) {
  const before = data.before;
  const step = before.stepSeconds * 1000;
  const all = points(before.values, Date.parse(before.from) + step / 2, step);
  return {
    name, type: "line", symbol: "none", silent: true, z: 5, data: all.filter(([t]) => t >= range[0] - step && t <= range[1] + step),
    lineStyle: { color: css("ink"), width: size(1.2), type: "dashed" }, itemStyle: { color: css("ink") }, emphasis: { disabled: true },
  };
}

// Far below the vCPUs the load keeps the whole height, and the line's label stands at the top edge.
function limit(data, text, top, above) {
  const at = Math.min(data.vcpus, top);
  const label = at < data.vcpus ? `${text} ${data.vcpus} (${above})` : `${text} ${data.vcpus}`;
  return {
    name: text, type: "line", data: [], silent: true,
    markLine: {
      silent: true, symbol: "none", data: [{ yAxis: at }],
      lineStyle: { color: css("bad"), type: [2, 3], width: at < data.vcpus ? 0 : 1.5 },
      label: { formatter: label, fontSize: size(12), position: at < data.vcpus ? "insideEndBottom" : "insideEndTop", color: css("bad"), backgroundColor: css("card"), padding: [0, 3] },
    },
  };
}

// A thin line for each thing that happened, with its number in the list below the chart.
function happened(data) {
  return {
    name: "marks", type: "line", data: [], silent: true, z: 6,
    markLine: {
      silent: true, symbol: "none",
      data: data.marks.map((mark, i) => ({ xAxis: Date.parse(mark.at), label: { formatter: String(i + 1) } })),
      lineStyle: { color: css("ink"), type: "solid", width: size(1) }, label: { color: css("ink"), fontSize: size(12), distance: 2 },
    },
  };
}

export function extent(data) {
  const from = Date.parse(data.from);
  return [from, from + data.series[0].values.length * data.stepSeconds * 1000];
}

function highest(data) {
  let top = 0;
  for (const value of data.before?.values || []) top = Math.max(top, value || 0);
  data.series[0].values.forEach((_, i) => {
    top = Math.max(top, data.series.reduce((sum, line) => sum + (line.values[i] || 0), 0));
  });
  return top;
}

export function options(figure, data) {
  const range = extent(data);
  const series = data.series.map((line) => area(line, data));
  if (data.before) series.push(ghost(data, range, figure.dataset.textBefore));
  const most = highest(data);
  const top = (data.vcpus && data.vcpus < most * 2.5 ? Math.max(most, data.vcpus) : most || 1) * 1.06;
  if (data.vcpus !== null) series.push(limit(data, figure.dataset.textVcpus, top, figure.dataset.textAbove));
  if (data.marks.length > 0) series.push(happened(data));
  const [drawn, words] = timeAxes(range, figure.dataset.zone, css("soft"), size(12));
  const decals = data.series.map((_, i) => decal(i, PAPER));
  return {
    animation: false, aria: { enabled: true, label: { enabled: false }, decal: { show: printing(), decals } }, textStyle: { fontFamily: css("sans"), color: css("soft") },
    grid: { left: size(44), right: 12, top: size(18), bottom: size(26) },
    xAxis: [{ ...drawn, axisPointer: { show: true, label: { show: false }, lineStyle: { color: css("ink") } } }, words],
    yAxis: { type: "value", min: 0, max: top, axisLabel: { color: css("soft"), fontSize: size(12), showMaxLabel: false }, splitLine: { lineStyle: { color: css("line") } } },
    tooltip: { show: true, trigger: "axis", showContent: false, axisPointer: { type: "line" } },
    toolbox: { itemSize: 0, feature: { dataZoom: { xAxisIndex: 0, yAxisIndex: "none", filterMode: "none", brushStyle: { color: css("soft"), opacity: 0.25 } } } },
    series,
  };
}

function swatch(key, index) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 10 10");
  svg.setAttribute("aria-hidden", "true");
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("width", "10");
  rect.setAttribute("height", "10");
  if (/^s\d$/.test(key)) rect.setAttribute("fill", colour(key));
  else rect.setAttribute("class", `w-${key}`);
  svg.append(rect);
  if (printing()) svg.append(layer(index));
  return svg;
}

export function legend(element, figure, data) {
  const items = data.series.map((line, i) => {
    const item = document.createElement("span");
    item.append(swatch(line.key, i), line.name);
    item.title = line.name;
    return item;
  });
  if (data.before) {
    const item = document.createElement("span");
    item.textContent = `╌ ${figure.dataset.textBefore} (${data.before.week})`;
    items.push(item);
  }
  element.replaceChildren(...items);
}

export function readout(figure, data, timeMs) {
  const step = data.stepSeconds * 1000;
  const at = Math.min(data.series[0].values.length - 1, Math.max(0, Math.floor((timeMs - Date.parse(data.from)) / step)));
  const when = clock(figure.dataset.zone, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  const parts = data.series.filter((line) => line.values[at] >= 0.005);
  const total = parts.reduce((sum, line) => sum + line.values[at], 0);
  const words = parts.map((line) => `${line.name.slice(0, 40)} ${line.values[at].toFixed(2)}`);
  return `${when.format(Date.parse(data.from) + at * step)}  ${figure.dataset.textTotal} ${total.toFixed(2)} AAS: ${words.join(", ")}`;
}
