// Time as the zone of the page has it. ECharts' own time axis puts its marks where the browser's clock strikes.
const MINUTE = 60000;
const STEPS_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440];
const MOST_TICKS = 9;
const QUARTER = 15; // Every zone of today is whole quarters of an hour from UTC.

// British English puts the weekday first, as the rest of the page does.
const locale = () => (document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang);
export const clock = (zone, options) => new Intl.DateTimeFormat(locale(), { timeZone: zone, hourCycle: "h23", ...options });

function minuteOfDay(zone) {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", hour: "2-digit", minute: "2-digit" });
  return (ms) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, Number(part.value)]));
    return parts.hour * 60 + parts.minute;
  };
}

// The instants in a range at which the zone's clock shows a multiple of a round step.
export function ticks([from, to], zone) {
  const step = STEPS_MINUTES.find((minutes) => (to - from) / (minutes * MINUTE) <= MOST_TICKS) || 1440;
  const of = minuteOfDay(zone);
  const stride = Math.min(step, QUARTER) * MINUTE;
  const found = [];
  for (let at = Math.ceil(from / stride) * stride; at <= to; at += stride) if (of(at) % step === 0) found.push(at);
  return found;
}

// Two axes: what is drawn hangs on the first, for series are stacked over time only; the words stand at
// the second, for only an axis of plain numbers takes ticks of one's own. Days at midnight, hours between.
export function timeAxes(range, zone, colour, fontSize = 12) {
  const at = ticks(range, zone);
  const of = minuteOfDay(zone);
  const days = clock(zone, { weekday: "short", day: "numeric" });
  const hours = clock(zone, { hour: "2-digit", minute: "2-digit" });
  const line = { show: true, onZero: false, lineStyle: { color: colour } };
  const drawn = { type: "time", min: range[0], max: range[1], axisLine: line, axisTick: { show: false }, axisLabel: { show: false }, splitLine: { show: false } };
  const words = {
    type: "value", min: range[0], max: range[1], position: "bottom", axisLine: line, splitLine: { show: false }, axisPointer: { show: false },
    axisTick: { show: true, customValues: at },
    axisLabel: { color: colour, fontSize, hideOverlap: true, customValues: at, formatter: (ms) => (of(ms) === 0 ? days : hours).format(ms) },
  };
  return [drawn, words];
}
