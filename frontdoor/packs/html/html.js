// A chart can be walked through with the arrow keys: each row of its table is read aloud. On paper every table is open.
"use strict";
const HINT = "Arrow keys read one point after another; Home and End go to the first and last.";

function rowsOf(table) {
  const cells = (row) => [...row.cells].map((cell) => cell.textContent.trim());
  return { heads: cells(table.tHead.rows[0]), rows: [...table.tBodies[0].rows].map(cells) };
}

// On a map of the week the other direction goes to the same time of another day.
function otherDay(rows, at, step) {
  let next = at + step;
  while (rows[next] && rows[next][0] === rows[at][0]) next += step;
  if (!rows[next]) return at;
  const same = rows.findIndex((row) => row[0] === rows[next][0] && row[1] === rows[at][1]);
  return same < 0 ? next : same;
}

// Returns how far a key goes: [sideways, up and down]; a map drawn for a phone lies the other way.
function waysOf(drawn, rows) {
  const by = (many) => (at, step) => (rows[at + many * step] ? at + many * step : at);
  const week = (at, step) => otherDay(rows, at, step);
  const ways = { week_map: [by(1), week], signed_map: [by(1), week], year_map: [by(7), by(1)] }[drawn.dataset.kind];
  if (!ways) return [by(1), by(1)];
  return drawn.querySelector(".fd-narrow").offsetParent ? ways.reverse() : ways;
}

function wordsOf(heads, row, at, many) {
  const told = row.map((value, place) => [heads[place], value === "–" ? "no figure" : value]).slice(1);
  const values = told.filter(([, value]) => value).map(([head, value]) => `${head}: ${value}`);
  return `${row[0]}. ${values.join(". ")}. (${at + 1} of ${many})`;
}

function walked(drawn, table) {
  const { heads, rows } = rowsOf(table);
  const read = drawn.nextElementSibling;
  let at = -1;
  const going = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 1], ArrowUp: [1, -1] };
  const goneTo = (key) => {
    if (key === "Home" || (at < 0 && key !== "End")) return 0;
    if (key === "End") return rows.length - 1;
    const [way, step] = going[key];
    return waysOf(drawn, rows)[way](at, step);
  };
  drawn.tabIndex = 0;
  drawn.setAttribute("role", "application");
  drawn.setAttribute("aria-roledescription", "chart");
  drawn.setAttribute("aria-label", drawn.dataset.title);
  drawn.addEventListener("focus", () => { if (at < 0 && drawn.matches(":focus-visible")) read.textContent = HINT; });
  drawn.addEventListener("blur", () => { if (at < 0) read.textContent = ""; });
  drawn.addEventListener("keydown", (event) => {
    const isMove = event.key in going || event.key === "Home" || event.key === "End";
    if (!isMove || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    table.tBodies[0].rows[at]?.classList.remove("fd-here");
    at = goneTo(event.key);
    table.tBodies[0].rows[at].classList.add("fd-here");
    read.textContent = wordsOf(heads, rows[at], at, rows.length);
  });
}

for (const drawn of document.querySelectorAll(".fd-drawn")) {
  const table = document.getElementById(drawn.dataset.rows);
  if (table) walked(drawn, table);
}

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const each of opened) each.open = true;
});
addEventListener("afterprint", () => { for (const each of opened) each.open = false; });
