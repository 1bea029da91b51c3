// On paper, where colours may be grey, the parts of a chart differ by their stripes too: angle, period and width.
const STRIPES = [null, [45, 8, 2], [-45, 8, 2], [0, 8, 2], [90, 8, 2], [45, 4, 1], [-45, 4, 1], [0, 4, 1], [90, 4, 1]];
const INK = "rgba(0, 0, 0, 0.55)";
const SVG = "http://www.w3.org/2000/svg";

const of = (index) => STRIPES[index % STRIPES.length];

// As ECharts wants them.
export function decal(index, scale) {
  const stripes = of(index);
  if (!stripes) return { symbol: "none" };
  const [angle, period, width] = stripes;
  return { symbol: "rect", color: INK, dashArrayX: [1, 0], dashArrayY: [width * scale, (period - width) * scale], rotation: (angle * Math.PI) / 180 };
}

// The same as a layer over a swatch.
export function layer(index) {
  const stripes = of(index);
  const group = document.createElementNS(SVG, "g");
  if (!stripes) return group;
  const [angle, period, width] = stripes;
  const pattern = element("pattern", { id: `texture-${index}`, width: period, height: period, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` });
  pattern.append(element("rect", { width: period, height: width, fill: INK }));
  group.append(pattern, element("rect", { width: 10, height: 10, fill: `url(#texture-${index})` }));
  return group;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
