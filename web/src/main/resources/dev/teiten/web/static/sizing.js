// Asks the server again while the reader drags. Without this file the form is sent as it is.
import { drawWeek } from "./sizing-chart.js";

const DEBOUNCE_MS = 60;
const REST_MS = 350; // A knob that rests so long is asked about in full.
const PATIENCE_MS = 200; // A wait longer than this gets words.
const PAUSE_MS = 1500; // Steps closer together are one step back.

let running = null;
let timer = 0;
let rest = 0;
let pushedAt = 0;
let pushedFor = "";

const form = () => document.getElementById("what-if");

const units = {
  less: (value) => (Number(value) === 0 ? "0\u00a0%" : `−${value}\u00a0%`),
  factor: (value) => `${Number(value).toFixed(2)}x`,
};

// The address in the server's own words: only what was chosen.
function address() {
  const url = new URL(form().getAttribute("action"), location.href);
  const parts = [];
  for (const field of form().elements) {
    if (!field.name || field.value.trim() === "") continue;
    const usual = field.dataset.usual;
    if (usual !== undefined && usual !== "" && Number(field.value) === Number(usual)) continue;
    const dot = field.name.indexOf(".");
    const name = dot < 0 ? field.name : field.name.slice(0, dot);
    const value = dot < 0 ? field.value : `${field.name.slice(dot + 1)}:${field.value}`;
    parts.push(`${name}=${encodeURIComponent(value).replaceAll("%3A", ":")}`);
  }
  url.search = parts.join("&");
  return url.href;
}

// Whether a field is no more as the server sent it.
function isMoved(field) {
  if (!field.name || field.type === "hidden") return false;
  if (field.tagName === "SELECT") return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  if (field.type !== "range") return field.value !== field.defaultValue;
  const fresh = document.createElement("input"); // A range rounds what it is given to its steps.
  for (const name of ["type", "min", "max", "step", "value"]) fresh.setAttribute(name, field.getAttribute(name));
  return field.value !== fresh.value;
}

function remember(url, by) {
  const now = Date.now();
  const sameStep = by !== "" && by === pushedFor && now - pushedAt < PAUSE_MS;
  if (url === location.href) return;
  if (sameStep) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  pushedAt = now;
  pushedFor = by;
}

// Takes what a drawn chart holds along, so that it need not be drawn from nothing.
function keepChart(part, fresh) {
  const old = part.querySelector("[data-week]");
  const next = fresh.querySelector("[data-week]");
  if (!old || !next || !old.dataset.drawn) return;
  for (const { name, value } of next.attributes) if (name.startsWith("data-") || name === "aria-label") old.setAttribute(name, value);
  next.replaceWith(old);
}

// What fixes release is searched for when the knob rests; until then the old sets stand, marked.
function keepSets(part, fresh) {
  const old = part.querySelector("[data-sets]");
  const next = fresh.querySelector("[data-sets][data-later]");
  if (!old || !next) return;
  old.setAttribute("aria-busy", "true");
  next.replaceWith(old);
}

function fill(part, fresh) {
  keepChart(part, fresh);
  keepSets(part, fresh);
  part.replaceChildren(...fresh.childNodes);
}

function take(page, withForm) {
  const clear = page.querySelector("[data-reset]").hidden; // Filling moves the form out of the page.
  const focused = document.activeElement?.closest("[data-part]") && document.activeElement;
  const trace = focused && { id: focused.id, name: focused.name, label: focused.getAttribute("aria-label") || focused.textContent };
  for (const part of document.querySelectorAll("[data-part]")) {
    const fresh = page.getElementById(part.id);
    if (fresh && (withForm || part !== form())) fill(part, fresh);
  }
  const later = page.querySelector("[data-sets][data-later]") !== null;
  const twins = later ? "[data-twin]:not(.sz-release)" : "[data-twin]";
  if (!withForm) for (const twin of form().querySelectorAll(twins)) fill(twin, page.getElementById(twin.id) || document.createElement("i"));
  form().querySelector("[data-reset]").hidden = clear;
  updateLinks(page);
  if (withForm) enhance();
  if (trace && !focused.isConnected) refocus(trace);
  document.querySelectorAll("[data-week]").forEach(drawWeek);
}

// The other weeks and the other language keep what is assumed.
function updateLinks(page) {
  const fresh = [...page.querySelectorAll(".tools a")];
  document.querySelectorAll(".tools a").forEach((link, i) => fresh[i]?.hasAttribute("href") && link.setAttribute("href", fresh[i].getAttribute("href")));
  document.querySelector(".foot .address").textContent = page.querySelector(".foot .address").textContent;
}

function refocus({ id, name, label }) {
  const found = (id && document.getElementById(id)) || (name && form().elements[name])
    || [...document.querySelectorAll("[data-part] a, [data-part] button")].find((a) => (a.getAttribute("aria-label") || a.textContent) === label);
  (found || document.querySelector("[data-reset]:not([hidden])"))?.focus({ preventScroll: true });
}

function quickly(url) {
  const quick = new URL(url);
  quick.searchParams.set("quick", "1");
  return quick.href;
}

async function show(url, withForm, quick = false) {
  running?.abort();
  clearTimeout(rest);
  const mine = (running = new AbortController());
  const busy = document.querySelector("[data-busy]");
  const late = setTimeout(() => {
    busy.hidden = false;
    document.getElementById("result").setAttribute("aria-busy", "true");
  }, PATIENCE_MS);
  try {
    const response = await fetch(quick ? quickly(url) : url, { signal: mine.signal, headers: { Accept: "text/html" } });
    const html = await response.text();
    if (!response.ok && response.status !== 400) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.getElementById("outcome")) throw new Error("no sizing in the answer");
    const later = page.querySelector("[data-sets][data-later]") !== null;
    take(page, withForm);
    if (later) rest = setTimeout(() => show(url, withForm), REST_MS);
    document.querySelector("[data-failed]").hidden = true;
  } catch (error) {
    if (error.name === "AbortError") return; // A newer request is on its way.
    document.querySelector("[data-failed]").hidden = false;
  } finally {
    clearTimeout(late);
    if (running === mine) {
      busy.hidden = true;
      document.getElementById("result").removeAttribute("aria-busy");
      document.documentElement.dataset.sized = String(Number(document.documentElement.dataset.sized || 0) + 1);
    }
  }
}

function outputs() {
  for (const output of form().querySelectorAll("output[data-of]")) {
    const field = form().elements[output.dataset.of];
    output.textContent = units[field.dataset.unit](field.value);
    output.classList.toggle("set", Number(field.value) !== Number(field.dataset.usual));
    field.setAttribute("aria-valuetext", output.textContent);
  }
  for (const undo of form().querySelectorAll("[data-undo]")) {
    const field = undo.parentElement.querySelector("input");
    undo.hidden = field.value === "" ? field.placeholder !== "" : Number(field.value) === Number(field.dataset.usual);
  }
}

function enhance() {
  form().querySelector("[data-size]").hidden = true;
  form().querySelectorAll("[data-for]").forEach((slider) => (slider.hidden = false));
  outputs();
}

// The slider beside a number field, whose emptiness has a meaning of its own.
function pairUp(field) {
  if (field.dataset.for) document.getElementById(field.dataset.for).value = field.value;
  const slider = form().querySelector(`[data-for="${field.id}"]`);
  // The first number of a range such as 2-8.
  if (slider && field.value !== "") slider.value = Number.parseInt(field.value, 10);
}

// A class is asked about when it is whole, or when the reader is done with it.
function isHalfWritten(field) {
  return field.list && field.value !== "" && ![...field.list.options].some((option) => option.value === field.value);
}

function onInput(event) {
  if (!event.target.closest("#what-if")) return;
  pairUp(event.target);
  outputs();
  if (isHalfWritten(event.target)) return;
  clearTimeout(timer);
  clearTimeout(rest);
  timer = setTimeout(() => show(address(), false, true), DEBOUNCE_MS);
}

function onChange(event) {
  if (!event.target.closest("#what-if")) return;
  remember(address(), event.target.name || event.target.dataset.for || "");
  if (isHalfWritten(event.target)) show(address(), false);
}

function apply(url) {
  clearTimeout(timer);
  remember(url, "");
  show(url, true);
}

function onClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const link = event.target.closest("a[data-apply]");
  const undo = event.target.closest("[data-undo]");
  if (link) {
    event.preventDefault();
    apply(new URL(link.getAttribute("href"), location.href).href);
  } else if (undo) {
    const field = undo.parentElement.querySelector("input");
    field.value = field.dataset.usual;
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

document.addEventListener("input", onInput);
document.addEventListener("change", onChange);
document.addEventListener("click", onClick);
document.addEventListener("submit", (event) => {
  if (event.target !== form()) return;
  event.preventDefault();
  apply(address());
});
window.addEventListener("popstate", () => show(location.href, true));
enhance();
document.querySelectorAll("[data-week]").forEach(drawWeek);
// What was moved before this file was there is asked about now.
if ([...form().elements].some(isMoved)) apply(address());
