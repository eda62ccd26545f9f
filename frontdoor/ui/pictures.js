// Draws every chart of a page: finds its place in the page's HTML, keeps its node between runs, and reads it to keys.
const PLOTLY = "plotly-cartesian-4.1.1.min.js"; // beside this file; frontdoor/ui/vendor says where it comes from
const PLACE = ".fd-picture";
const places = document.getElementsByClassName("fd-picture"); // always those on the page now
const decoder = new TextDecoder();
const ATTEMPTS = 3;
const BETWEEN_ATTEMPTS = 2000; // milliseconds
const dark = matchMedia("(prefers-color-scheme: dark)");
const forced = matchMedia("(forced-colors: active)");

const nodes = new Map(); // what Plotly draws on, by the figure's key; it outlives the place it stands in
let wanted = new Map(); // what the server sent last: key -> {digest, drawing}
let component = null; // the newest call, whose probe knows the colours and whose triggers reach the server
let config = {};
let saved = null; // which file was saved last
let plotly = null;
let paint = null;

function loadPlotly(attempt = 1) {
  const address = new URL(attempt > 1 ? `${PLOTLY}?attempt=${attempt}` : PLOTLY, import.meta.url);
  plotly ??= import(address).then(
    () => {
      window.Plotly.setPlotConfig({ logging: 0 }); // it warns of each bar whose colour is a number, and draws it rightly
      return window.Plotly;
    },
    async (error) => {
      plotly = null;
      if (attempt >= ATTEMPTS) throw error;
      await new Promise((next) => setTimeout(next, BETWEEN_ATTEMPTS));
      return loadPlotly(attempt + 1);
    },
  );
  return plotly;
}

// Colours arrive as names of custom properties; a hidden element says what each is in the theme now shown.
const probe = () => component.parentElement.querySelector(".probe");

function colours() {
  const asked = probe();
  const known = new Map();
  const colour = (name) => {
    if (!known.has(name)) {
      asked.style.color = name;
      known.set(name, getComputedStyle(asked).color);
    }
    return known.get(name);
  };
  const painted = (part) => {
    if (typeof part === "string") return part.startsWith("var(--") ? colour(part) : part;
    if (Array.isArray(part)) return part.map(painted);
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, painted(value)]));
  };
  return painted;
}

function nodeOf(key) {
  if (!nodes.has(key)) {
    const node = document.createElement("div");
    node.setAttribute("aria-hidden", "true"); // the place has the name; a screen reader need not read ticks
    nodes.set(key, node);
    widths.observe(node);
  }
  return nodes.get(key);
}

// A run writes the page's HTML anew: each chart moves into its new place before anything is painted.
function settle() {
  let hasMoved = false;
  for (const place of places) {
    if (!wanted.has(place.dataset.figure)) continue;
    const node = nodeOf(place.dataset.figure);
    if (node.parentElement === place) continue;
    place.replaceChildren(node);
    hasMoved = true;
  }
  return hasMoved;
}

async function draw() {
  settle();
  if (isUpToDate()) return;
  let drawing;
  try {
    drawing = await loadPlotly();
  } catch {
    for (const place of places) place.dataset.failed = "";
    return;
  }
  settle();
  const painted = colours();
  for (const [key, picture] of wanted) react(drawing, nodes.get(key), picture, painted);
}

const isDrawn = (node, digest) => node.dataset.drawn === digest && node.paint === paint;
const isUpToDate = () => [...wanted].every(([key, { digest }]) => nodes.has(key) && isDrawn(nodes.get(key), digest));

function react(drawing, node, { digest, drawing: text }, painted) {
  if (!node?.isConnected || isDrawn(node, digest)) return;
  node.wide ??= node.clientWidth;
  if (!node.wide) return; // drawn once it can be seen
  const { data, layout } = painted(JSON.parse(text));
  try {
    drawing.react(node, data, { ...layout, width: node.wide }, config);
    Object.assign(node, { paint, points: null, point: null });
    node.dataset.drawn = digest;
    delete node.parentElement.dataset.failed;
  } catch (error) {
    console.error(error);
    node.parentElement.dataset.failed = "";
  }
}

// A picture is as wide as its place; its height never changes, so nothing on the page moves.
const widths = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    const wide = Math.round(contentRect.width);
    if (!wide || wide === target.wide) continue;
    target.wide = wide;
    if (target.dataset.drawn) window.Plotly.relayout(target, { width: wide });
    else draw();
  }
});

const watching = new MutationObserver(() => settle() && draw());

// The left and right arrows step through the points that have words, as pointing does; each is said aloud.
// A map's cells know their row and column: up and down step between rows as well.
function pointsOf(node) {
  node.points ??= node.data.flatMap(wordsOf).sort((one, other) => one.row - other.row || one.column - other.column);
  return node.points;
}

function wordsOf(trace, curveNumber) {
  const words = trace.hovertext ?? trace.text;
  if (!Array.isArray(words) || trace.hoverinfo === "skip" || trace.meta === "events") return [];
  if (trace.type === "heatmap")
    return words.flatMap((row, y) => row.map((said, x) => ({ curveNumber, pointNumber: [y, x], said, row: y, column: x })));
  const places = trace.meta === "cells" ? trace.customdata : [];
  return words.flatMap((said, pointNumber) => {
    const [row, column] = places[pointNumber] ?? [0, 0];
    return said ? [{ curveNumber, pointNumber, said, row, column }] : [];
  });
}

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
const ROWS = { ArrowDown: 1, ArrowUp: -1 }; // go on scrolling the page where there is one row

// Where a key leads from `now`, undefined for a key that leads nowhere: to the next point, an end, or a row.
function target(points, now, key) {
  const last = points.length - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (STEPS[key]) return Math.min(Math.max((now ?? (STEPS[key] < 0 ? last + 1 : -1)) + STEPS[key], 0), last);
  if (!ROWS[key] || points[0].row === points[last].row) return undefined;
  if (now === null) return ROWS[key] > 0 ? 0 : last;
  const { row, column } = points[now];
  const there = points.flatMap((point, index) => (point.row === row + ROWS[key] ? [index] : []));
  const apart = (index) => Math.abs(points[index].column - column);
  return there.reduce((best, index) => (apart(index) < apart(best) ? index : best), there[0] ?? now);
}

function step(event) {
  const place = event.target.closest?.(PLACE);
  const node = place && nodes.get(place.dataset.figure);
  if (!node?.dataset.drawn || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") return leave(event);
  const points = pointsOf(node);
  const to = points.length ? target(points, node.point ?? null, event.key) : undefined;
  if (to === undefined) return;
  event.preventDefault();
  node.point = to;
  const { curveNumber, pointNumber, said } = points[to];
  window.Plotly.Fx.hover(node, [{ curveNumber, pointNumber }]);
  component.parentElement.querySelector("[role=status]").textContent = plain(said);
}

function leave(event) {
  const place = event.target.closest?.(PLACE);
  const node = place && nodes.get(place.dataset.figure);
  if (!node?.dataset.drawn) return;
  node.point = null;
  window.Plotly.Fx.unhover(node);
}

const plain = (said) => new DOMParser().parseFromString(said.replace(/<br>/g, " "), "text/html").body.textContent;

function ask(event) {
  const key = event.target.closest?.("[data-csv]")?.dataset.csv;
  if (key) component.setTriggerValue("csv", key);
  const happened = event.target.closest?.("[data-happened]")?.dataset.happened;
  if (happened) component.setTriggerValue("happened", happened);
}

function save(file) {
  if (!file || file.number === saved) return;
  saved = file.number;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.text], { type: "text/csv;charset=utf-8" }));
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// What no page wants any more is given back, a moment later: a run takes a page away before it brings the next.
function forget() {
  for (const [key, node] of nodes) {
    if (wanted.has(key) || node.isConnected) continue;
    widths.unobserve(node);
    window.Plotly?.purge(node);
    nodes.delete(key);
  }
}

// The colours a picture was painted in; looked at only when nothing else has changed, because looking takes time.
function repaint() {
  const now = `${getComputedStyle(probe()).colorScheme} ${dark.matches} ${forced.matches}`;
  if (now === paint) return;
  paint = now;
  draw();
}

// On paper every picture shrinks to its place and is painted for light, whatever the screen shows.
const svgs = () => [...nodes.values()].flatMap((node) => [...node.querySelectorAll("svg.main-svg")]);
const lit = () => [document.documentElement, document.querySelector("[data-testid=stApp]")];

async function toPaper() {
  for (const part of lit()) part.style.setProperty("color-scheme", "light", "important");
  repaint();
  await draw(); // at once: what draws is there already
  for (const svg of svgs()) {
    const [wide, high] = [svg.getAttribute("width"), svg.getAttribute("height")];
    svg.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    svg.closest(PLACE)?.style.setProperty("--proportion", `${wide} / ${high}`);
  }
}

function fromPaper() {
  for (const svg of svgs()) svg.removeAttribute("viewBox");
  for (const part of lit()) part.style.removeProperty("color-scheme");
  later();
}

const later = () => setTimeout(repaint, 50); // Streamlit changes its colours a moment after the screen does

function listen(add) {
  const change = add ? "addEventListener" : "removeEventListener";
  document[change]("keydown", step);
  document[change]("focusout", leave);
  document[change]("click", ask);
  dark[change]("change", later);
  forced[change]("change", later);
  window[change]("beforeprint", toPaper);
  window[change]("afterprint", fromPaper);
  if (add) watching.observe(document.querySelector("[data-testid=stMain]"), { subtree: true, childList: true });
  else watching.disconnect();
}

export default function (call) {
  const sent = JSON.parse(decoder.decode(call.data));
  component = call;
  wanted = new Map(sent.pictures.map((picture) => [picture.key, picture]));
  config = sent.config;
  listen(true); // the same listener is never added twice
  forget();
  if (paint === null || isUpToDate()) repaint();
  draw();
  save(sent.file);
  return () => {
    if (component !== call) return;
    wanted = new Map();
    listen(false);
    setTimeout(forget, 1000);
  };
}
