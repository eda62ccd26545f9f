// Asks every 15 seconds for the newest generation and offers it; never changes what is on the screen by itself.
const EVERY = 15000;
let timer = null;
let newest = null; // known between runs, so that the offer stays while filters are changed

export default function ({ parentElement, data, setTriggerValue }) {
  const bar = parentElement.querySelector(".bar");
  const words = parentElement.querySelector("[role=status]");
  const button = parentElement.querySelector("button");

  const offer = () => {
    const isNewer = newest !== null && newest !== data.generation; // a load undone makes it smaller
    bar.hidden = !isNewer;
    words.textContent = isNewer ? "New figures have been loaded." : "";
  };
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(data.address, { cache: "no-store" });
      const generation = answer.ok ? Number.parseInt(await answer.text(), 10) : NaN;
      if (Number.isInteger(generation)) newest = generation;
      offer();
    } catch {
      // The server cannot be reached just now; Streamlit says so itself, and the next turn asks again.
    }
  };
  button.onclick = () => setTriggerValue("generation", newest);
  document.onvisibilitychange = ask;
  clearInterval(timer);
  timer = setInterval(ask, EVERY);
  offer();
  return () => clearInterval(timer);
}
