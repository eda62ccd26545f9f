// The page of present mode: slides arrive as they are made, the address follows them, newer figures are asked for.
const EVERY = 15000; // milliseconds between two looks for a newer data version
const STEPS = [5, 600]; // seconds, the fewest and the most between two slides that come by themselves
const reader = new TextDecoder();
let mounted = null;
let newest = null; // the newest call, whose triggers reach the server

const asked = () => new URL(location.href).searchParams;

function keep(name, value) {
  const address = new URL(location.href);
  if (value) address.searchParams.set(name, value);
  else address.searchParams.delete(name);
  history.replaceState(history.state, "", address);
}

function leave() {
  const links = [...document.querySelectorAll("a[data-testid=stTopNavLink], a[data-testid=stSidebarNavLink]")];
  const way = new URL(mounted.leave, document.baseURI);
  const link = links.find((each) => each.pathname === way.pathname) ?? links[0];
  if (link) link.click(); // keeps the session and its filters
  else location.assign(new URL("./", document.baseURI));
}

function mount(place, sent) {
  place.innerHTML = sent.around;
  const seconds = Number(asked().get("every"));
  const control = presenting(place.querySelector(".fd-deck"), {
    first: Number(asked().get("slide")) || null,
    every: seconds ? Math.min(Math.max(seconds, STEPS[0]), STEPS[1]) : 0,
    isMainOnly: asked().get("only") === "main",
    at: (slide) => keep("slide", slide),
    only_is: (isMain) => keep("only", isMain ? "main" : null),
    every_is: (every) => keep("every", every),
    leave,
  });
  return { place, control, number: null, leave: sent.leave, generation: sent.generation, asking: setInterval(ask, EVERY) };
}

async function ask() {
  if (document.hidden || !mounted || mounted.generation === null) return;
  try {
    const answer = await fetch("gen", { cache: "no-store" });
    const generation = answer.ok ? Number.parseInt(await answer.text(), 10) : NaN;
    if (generation > 0 && generation !== mounted.generation) newest.setTriggerValue("generation", generation);
  } catch {
    // The server cannot be reached just now: the slides stay, and the next turn asks again.
  }
}

export default function (call) {
  const sent = JSON.parse(reader.decode(call.data));
  const place = call.parentElement.querySelector(".place");
  newest = call;
  if (mounted?.place !== place) {
    end();
    mounted = mount(place, sent);
  }
  Object.assign(mounted, { leave: sent.leave, generation: sent.generation });
  if (mounted.number !== sent.number) {
    place.querySelector(".fd-slides").innerHTML = sent.slides;
    if (mounted.number && sent.is_newer) mounted.control.say("The slides now show newer figures.");
    mounted.number = sent.number;
  }
  mounted.control.renew(sent.made);
  return () => setTimeout(() => { if (mounted && !mounted.place.isConnected) end(); }, 300);
}

function end() {
  if (!mounted) return;
  clearInterval(mounted.asking);
  mounted.control.end();
  mounted = null;
}
