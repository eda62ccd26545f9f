// Tells the server what only the screen knows (a phone's width, light or dark) and follows links without a new session.
const narrow = matchMedia("(max-width: 640px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
let follow = null;
let keeping = null;
const SENT_AFTER = 50; // milliseconds
const SETTLED_AFTER = 300; // milliseconds

function scheme() {
  const app = document.querySelector("[data-testid=stApp]");
  return app && getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light";
}

function menuLink(path) {
  const links = document.querySelectorAll("a[data-testid=stTopNavLink], a[data-testid=stSidebarNavLink]");
  return [...links].find((link) => link.pathname === path);
}

// Puts back what the address should hold, so that every view is a link.
function keepAddress(query) {
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
  keeping = setTimeout(() => keepAddress(data.query), SETTLED_AFTER);

  document.removeEventListener("click", follow);
  follow = (event) => {
    const link = event.target.closest?.('[class*="st-key-fd-"] a[href]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || link.origin !== location.origin || link.hash || link.download) return;
    const page = menuLink(link.pathname);
    if (!page) return;
    event.preventDefault();
    const named = new URL(link.href).searchParams;
    const carried = ["measure", "question"].filter((name) => named.has(name));
    for (const name of carried) setTriggerValue(name, named.get(name));
    // What is named has to reach the server first: its message still names the page being left.
    if (link.pathname !== location.pathname) setTimeout(() => page.click(), carried.length ? SENT_AFTER : 0);
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
