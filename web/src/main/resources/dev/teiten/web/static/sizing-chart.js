// The week's CPU as it would be, drawn over how it was. A null is a gap, never a zero.
import { load } from "./chart.js";
import { clock, timeAxes } from "./time-axis.js";

const HOUR_MS = 3600000;
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function points(json, from) {
  return JSON.parse(json).map((value, hour) => [from + (hour + 0.5) * HOUR_MS, value]);
}

function line(name, data, style) {
  return { name, type: "line", symbol: "none", connectNulls: false, data, emphasis: { disabled: true }, ...style };
}

function series(figure, from) {
  const { textToday, textPredicted, textLimit, limit } = figure.dataset;
  const today = line(textToday, points(figure.dataset.today, from), {
    lineStyle: { width: 0 }, areaStyle: { color: css("blue"), opacity: 0.45 }, itemStyle: { color: css("blue") },
  });
  const predicted = line(textPredicted, points(figure.dataset.predicted, from), {
    lineStyle: { color: css("ink"), width: 1.6 }, itemStyle: { color: css("ink") },
    markLine: {
      silent: true, symbol: "none", data: [{ yAxis: Number(limit) }], lineStyle: { color: css("bad"), type: [2, 3], width: 1.5 },
      label: { formatter: `${textLimit} ${Math.round(Number(limit))} %`, position: "insideEndTop", color: css("bad") },
    },
  });
  return [today, predicted];
}

function options(figure) {
  const from = Date.parse(figure.dataset.from);
  const to = from + JSON.parse(figure.dataset.today).length * HOUR_MS;
  const moment = clock(figure.dataset.zone, { weekday: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
  const percent = (value) => (value === null || value === undefined ? "–" : `${Math.round(value)} %`);
  return {
    animation: false, textStyle: { fontFamily: css("sans"), color: css("soft") }, grid: { left: 44, right: 12, top: 12, bottom: 24 },
    xAxis: timeAxes([from, to], figure.dataset.zone, css("soft")),
    yAxis: { type: "value", min: 0, max: 100, interval: 25, axisLabel: { color: css("soft"), formatter: "{value} %" }, splitLine: { lineStyle: { color: css("line") } } },
    tooltip: {
      trigger: "axis", renderMode: "richText", backgroundColor: css("card"), borderColor: css("soft"), textStyle: { color: css("ink"), fontSize: 12 },
      formatter: (items) => [moment.format(items[0].value[0] - HOUR_MS / 2), ...items.map((item) => `${item.seriesName}  ${percent(item.value[1])}`)].join("\n"),
    },
    series: series(figure, from),
  };
}

export async function drawWeek(figure) {
  try {
    const echarts = await load();
    if (!figure.isConnected) return;
    const chart = echarts.getInstanceByDom(figure) || start(echarts, figure);
    chart.setOption(options(figure), true);
    figure.dataset.drawn = "true";
  } catch (error) {
    console.error(error);
    figure.textContent = figure.dataset.textFailed;
  }
}

function start(echarts, figure) {
  const chart = echarts.init(figure, null, { renderer: "canvas" });
  new ResizeObserver(() => chart.resize()).observe(figure);
  const again = () => figure.isConnected && drawWeek(figure);
  document.addEventListener("teiten:theme", again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  return chart;
}
