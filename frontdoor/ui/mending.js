// Mends what Streamlit 1.67 leaves undone for keyboards and screen readers: two names, the focus in popovers, Back.
const BOX = '[data-testid="stPopoverBody"]';
const BUTTON = '[data-testid="stPopoverButton"][aria-expanded="true"]';
const STOPS = 'a[href], button:enabled, input:enabled, textarea:enabled, [tabindex="0"]';
let watching = null;
let entered = null; // the box whose opening has been noticed

const plain = (words) => words.replace(/:[a-z]+\[(.*?)\]/g, "$1").replace(/\\(.)/g, "$1");

// A popover's box is named by its label's mark-up, the area to drop files on has a name and the role of decoration.
function name() {
  for (const area of document.querySelectorAll('[data-testid="stFileUploaderDropzone"][role="presentation"]'))
    area.setAttribute("role", "group");
  for (const box of document.querySelectorAll(`${BOX}[aria-label]`)) {
    const said = plain(box.getAttribute("aria-label"));
    if (said !== box.getAttribute("aria-label")) box.setAttribute("aria-label", said);
  }
}

// The box stands at the end of the document: without this, Tab would pass the whole page before it came to it.
function enter() {
  const box = document.querySelector(BOX);
  const button = document.querySelector(BUTTON);
  if (!box || !button || box === entered) {
    if (!button) entered = null;
    return;
  }
  entered = box;
  box.tabIndex = -1;
  box.style.outline = "none"; // the box is where the focus is; its controls show their own
  box.focus({ preventScroll: true });
}

function leave(event) {
  const box = event.target.closest?.(BOX);
  const button = document.querySelector(BUTTON);
  if (!box || !button || event.key !== "Tab") return;
  const stops = [...box.querySelectorAll(STOPS)].filter((each) => each.tabIndex >= 0 && each.checkVisibility());
  const edge = event.shiftKey ? [box, stops[0]] : stops.length ? [stops.at(-1)] : [box];
  if (!edge.includes(event.target)) return;
  if (event.shiftKey) event.preventDefault();
  button.focus(); // going forward, the Tab itself moves on from here
  button.click();
}

// A page is entered once without and once with its own choice in the address: Back should need one press, not two.
function enterPagesOnce() {
  if (history.entersPagesOnce) return;
  const push = history.pushState;
  history.pushState = (state, unused, address) => {
    const isSamePage = new URL(address ?? "", location.href).pathname === location.pathname;
    (isSamePage ? history.replaceState : push).call(history, state, unused, address);
  };
  history.entersPagesOnce = true;
}

let isDue = false;

// Once for each picture the screen shows, however much of the page a run changes.
function mend() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    name();
    enter();
  });
}

export default function () {
  enterPagesOnce();
  watching?.disconnect();
  watching = new MutationObserver(mend);
  watching.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ["role", "aria-label", "aria-expanded"],
  });
  document.addEventListener("keydown", leave, true);
  mend();
  return () => {
    watching.disconnect();
    document.removeEventListener("keydown", leave, true);
  };
}
