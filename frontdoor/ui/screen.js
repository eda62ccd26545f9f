// Tells the server what only the screen knows (a phone's width, light or dark) and follows links without a new session.
const narrow = matchMedia("(max-width: 640px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
let follow = null;
let keeping = null;
let leaving = null; // the link being followed: its page, its address and what it names
const ANSWERED_WITHIN = 3000; // milliseconds
const LOOKED_AFTER = 300; // milliseconds
const LOOKS = 8;

function scheme() {
  const app = document.querySelector("[data-testid=stApp]");
  return app && getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light";
}

function menuLink(path) {
  const links = document.querySelectorAll("a[data-testid=stTopNavLink], a[data-testid=stSidebarNavLink]");
  return [...links].find((link) => link.pathname === path);
}

// Puts back what the address should hold, so that every view is a link. Streamlit clears it as late as the end of a run, and
// when somebody goes back even after that, so it is looked at a few times.
function keepAddress({ page, query }, looks) {
  const app = document.querySelector("[data-testid=stApp]");
  const isRunning = app?.dataset.testScriptState === "running";
  if (!isRunning && location.pathname.replace(/\/$/, "") === page) putBack(query);
  if (isRunning || looks > 1) keeping = setTimeout(keepAddress, LOOKED_AFTER, { page, query }, isRunning ? looks : looks - 1);
}

function putBack(query) {
  const address = new URL(location.href);
  for (const [name, values] of Object.entries(query)) {
    address.searchParams.delete(name);
    for (const value of values) address.searchParams.append(name, value);
  }
  address.searchParams.sort();
  const now = new URLSearchParams(location.search);
  now.sort();
  if (now.toString() !== address.searchParams.toString()) history.replaceState(history.state, "", address);
}

// Goes where a followed link leads once the server has heard what it names. Sent together, the two messages would be made
// one, and what is named lost; a server that does not answer gets the whole address, in a new session.
function leave(named) {
  if (!leaving || !Object.entries(leaving.names).every(([name, value]) => named[name] === value)) return;
  clearTimeout(leaving.late);
  const page = leaving.page;
  leaving = null;
  page.click();
}

export default function ({ data, setStateValue, setTriggerValue }) {
  const report = () => {
    document.documentElement.style.colorScheme = scheme(); // popovers hang beside the app and would not know
    if (narrow.matches !== data.is_narrow) setStateValue("is_narrow", narrow.matches);
    if (data.scheme && scheme() !== data.scheme) setStateValue("scheme", scheme());
  };
  narrow.onchange = report;
  dark.onchange = () => setTimeout(report, 300);
  report();
  clearTimeout(keeping);
  keeping = setTimeout(keepAddress, LOOKED_AFTER, data, LOOKS);
  leave(data.named);

  document.removeEventListener("click", follow);
  follow = (event) => {
    if (event.target.closest?.("[data-print]")) return print();
    const link = event.target.closest?.('[class*="st-key-fd-"] a[href]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || link.origin !== location.origin || link.hash || link.download) return;
    const page = menuLink(link.pathname);
    if (!page) return;
    event.preventDefault();
    const named = new URL(link.href).searchParams;
    const carried = Object.keys(data.named).filter((name) => named.has(name));
    const names = Object.fromEntries(carried.map((name) => [name, named.get(name)]));
    for (const [name, value] of Object.entries(names)) setTriggerValue(name, value);
    if (link.pathname === location.pathname) return;
    clearTimeout(leaving?.late);
    leaving = { page, names, late: setTimeout(() => location.assign(link.href), ANSWERED_WITHIN) };
    leave(data.named);
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
