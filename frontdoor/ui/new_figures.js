// Asks every 15 seconds for the newest generation and offers it; never changes what is on the screen by itself.
const EVERY = 15000;
let shown = null; // the newest call: runs come and go, the turns of asking go on
let newest = null; // known between runs, so that the offer stays while filters are changed

function offer() {
  if (!shown) return;
  const { parentElement, data, setTriggerValue } = shown;
  const isNewer = newest !== null && newest !== data.generation; // a load undone makes it smaller
  parentElement.querySelector(".bar").hidden = !isNewer;
  parentElement.querySelector("[role=status]").textContent = isNewer ? "New figures have been loaded." : "";
  parentElement.querySelector("button").onclick = () => setTriggerValue("generation", newest);
}

async function ask() {
  if (document.hidden || !shown) return;
  try {
    const answer = await fetch(shown.data.address, { cache: "no-store" });
    const generation = answer.ok ? Number.parseInt(await answer.text(), 10) : NaN;
    if (Number.isInteger(generation)) newest = generation;
    offer();
  } catch {
    // The server cannot be reached just now; Streamlit says so itself, and the next turn asks again.
  }
}

setInterval(ask, EVERY); // once for as long as the tab is open: a run that started it anew would put off the next turn
document.addEventListener("visibilitychange", ask);

export default function (call) {
  shown = call;
  offer();
  return () => {
    if (shown === call) shown = null;
  };
}
