// Steps through slides with keys, a clicker, buttons or a finger. `deck` holds the slides; `host` says what differs
// between a page (its address, the way out, newer figures) and a file.
const PHONE_SWIPE = 50; // pixels a finger goes sideways
const AWAKE = 3000; // milliseconds the buttons stay after the pointer moved
const SMALLEST = 0.72; // of a slide's type, where words were longer than was counted with
const NEXT = ["ArrowRight", "ArrowDown", "PageDown", "n", "N"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];

function presenting(deck, host) {
  const find = (where) => deck.querySelector(where);
  const every = () => [...deck.querySelectorAll(".fd-slide")];
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const state = { key: null, wanted: host.first, typed: "", seconds: host.every, isPaused: still.matches, isHeld: false, isMainOnly: host.isMainOnly, isMaking: false };
  let timer = null;
  let sleeping = null;

  const inOrder = () => every().filter((slide) => !state.isMainOnly || "main" in slide.dataset);
  const current = () => every().find((slide) => slide.dataset.key === state.key);
  const place = () => inOrder().indexOf(current());
  const say = (words) => { find("[role=status]").textContent = words; };

  function show(slide, isSaid = true) {
    if (!slide) return;
    state.key = slide.dataset.key;
    state.wanted = null;
    for (const each of every()) each.hidden = each !== slide;
    for (const notes of deck.querySelectorAll(".fd-notes")) notes.hidden = true;
    find(".fd-making").hidden = true;
    fit(slide);
    count();
    const number = place() + 1;
    if (isSaid) say(`Slide ${number} of ${inOrder().length}: ${slide.dataset.title}`);
    host.at(every().indexOf(slide) + 1);
    again();
  }

  function count() {
    const more = state.isMaking ? " so far" : "";
    find(".fd-count").textContent = `${place() + 1} of ${inOrder().length}${more}`;
  }

  // Words were counted before they were drawn; where another font is wider, type becomes a little smaller.
  function fit(slide) {
    slide.style.removeProperty("--fit");
    const isTooMuch = () => [slide, ...slide.querySelectorAll(".fd-body")].some((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1);
    const isOneScreen = getComputedStyle(slide).overflowY === "hidden";
    for (let size = 0.94; size >= SMALLEST && isOneScreen && isTooMuch(); size -= 0.06) slide.style.setProperty("--fit", size.toFixed(2));
    for (const part of [slide, ...slide.querySelectorAll(".fd-body")]) reachable(part, slide.dataset.title, isOneScreen);
  }

  // On a phone a slide scrolls, and a wide table in it sideways: keys must reach both.
  function reachable(part, title, isOneScreen) {
    const scrolls = !isOneScreen && (part.scrollHeight > part.clientHeight || part.scrollWidth > part.clientWidth);
    if (scrolls) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
    if (!part.classList.contains("fd-body")) return;
    if (scrolls) Object.assign(part, { role: "group", ariaLabel: title });
    else for (const name of ["role", "aria-label"]) part.removeAttribute(name);
  }

  function step(by) {
    const slides = inOrder();
    const at = place();
    if (at < 0) { // a detail was shown, and only main slides are stepped through
      const whole = every();
      const from = whole.indexOf(current());
      const ahead = by > 0 ? whole.slice(from + 1) : whole.slice(0, Math.max(from, 0)).reverse();
      return show(ahead.find((each) => slides.includes(each)) ?? slides[0]);
    }
    const to = at + by;
    if (to >= slides.length) return say(state.isMaking ? "The next slide is being made." : "This is the last slide.");
    if (to < 0) return say("This is the first slide.");
    return show(slides[to]);
  }

  const goTo = (number) => show(inOrder()[Math.min(Math.max(number, 1), inOrder().length) - 1]);

  // Automatic advance: off unless asked for, paused by hand, and of itself while somebody is at the buttons or away.
  function again() {
    clearTimeout(timer);
    const isRunning = state.seconds > 0 && !state.isPaused && !state.isHeld && find(".fd-blank").hidden && !find(".fd-all").open && (notes()?.hidden ?? true);
    if (isRunning) timer = setTimeout(advance, state.seconds * 1000);
    find(".fd-pause").hidden = state.seconds <= 0;
    find(".fd-pause").textContent = state.isPaused ? "Go on (P)" : "Pause (P)";
    find(".fd-every").value = String(state.seconds);
  }

  function advance() {
    if (document.hidden) return again();
    const isLast = place() === inOrder().length - 1;
    return isLast ? show(inOrder()[0], false) : show(inOrder()[place() + 1], false);
  }

  function pause() {
    if (state.seconds <= 0) return;
    state.isPaused = !state.isPaused;
    say(state.isPaused ? "Paused." : `Going on every ${state.seconds} seconds.`);
    again();
  }

  function blank(isWhite) {
    const cover = find(".fd-blank");
    cover.hidden = !cover.hidden;
    cover.classList.toggle("fd-white", isWhite);
    say(cover.hidden ? "The slide is shown again." : "The screen is blank. Press B to show the slide.");
    again();
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => say("This browser does not allow full screen."));
  }

  function overview() {
    const all = find(".fd-all");
    if (all.open) return all.close();
    const list = all.querySelector("ol");
    list.replaceChildren(...every().map((slide, at) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      if (!("main" in slide.dataset)) button.className = "fd-detail";
      if (slide.dataset.key === state.key) button.setAttribute("aria-current", "true");
      const number = document.createElement("b");
      number.textContent = String(at + 1);
      button.append(number, slide.dataset.title);
      button.onclick = () => { all.close(); show(slide); };
      item.append(button);
      return item;
    }));
    all.showModal();
    all.querySelector("[aria-current]")?.focus();
    return again();
  }

  function mainOnly() {
    state.isMainOnly = !state.isMainOnly;
    find(".fd-main").setAttribute("aria-pressed", String(state.isMainOnly));
    host.only_is(state.isMainOnly);
    count();
    say(state.isMainOnly ? `Main slides only: ${inOrder().length}.` : `All slides: ${inOrder().length}.`);
  }

  const notes = () => current()?.querySelector(".fd-notes");

  function standsOn() {
    const panel = notes();
    if (!panel) return say("This slide has no figures.");
    panel.hidden = !panel.hidden;
    if (panel.hidden) return again();
    panel.focus(); // so that it is read aloud
    panel.scrollIntoView({ block: "nearest" });
    return again();
  }

  const leave = () => (document.fullscreenElement ? document.exitFullscreen() : host.leave());
  const escape = () => (notes() && !notes().hidden ? standsOn() : leave());
  const LETTERS = { f: fullScreen, o: overview, p: pause, m: mainOnly, d: standsOn, b: () => blank(false), ".": () => blank(false), w: () => blank(true), ",": () => blank(true), "?": overview };

  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || find(".fd-all").open) return;
    const at = event.composedPath()[0];
    const isOnControl = at.closest?.("button, select, a");
    if (at.closest?.("select") || (isOnControl && (event.key === "Enter" || event.key === " "))) return;
    if (handled(event)) { event.preventDefault(); event.stopPropagation(); }
  }

  function handled(event) {
    const { key } = event;
    if (/^\d$/.test(key)) return (state.typed = (state.typed + key).slice(-3));
    const typed = Number(state.typed);
    state.typed = "";
    if (key === "Enter") return typed ? (goTo(typed), true) : (forward(), true);
    if (!find(".fd-blank").hidden && (NEXT.includes(key) || BACK.includes(key) || key === " " || key === "Escape")) return blank(false), true;
    if (key === " ") return event.shiftKey ? (step(-1), true) : state.seconds > 0 ? (pause(), true) : (step(1), true);
    if (NEXT.includes(key)) return step(1), true;
    if (BACK.includes(key)) return step(-1), true;
    if (key === "Home") return goTo(1), true;
    if (key === "End") return goTo(inOrder().length), true;
    if (key === "Escape") return escape(), true;
    const letter = LETTERS[key.toLowerCase()];
    return letter ? (letter(), true) : false;
  }
  const forward = () => step(1);

  let touched = null;
  const touch = (event) => { touched = event.touches.length === 1 ? event.touches[0] : null; };
  function lifted(event) {
    if (!touched) return;
    const across = event.changedTouches[0].clientX - touched.clientX;
    const down = event.changedTouches[0].clientY - touched.clientY;
    const isOverTable = event.composedPath()[0].closest?.(".fd-body:has(table)")?.scrollWidth > innerWidth;
    if (Math.abs(across) > PHONE_SWIPE && Math.abs(across) > 2 * Math.abs(down) && !isOverTable) step(across < 0 ? 1 : -1);
    touched = null;
  }

  function wake() {
    deck.classList.add("fd-awake");
    clearTimeout(sleeping);
    sleeping = setTimeout(() => deck.classList.remove("fd-awake"), AWAKE);
  }

  function held(isHeld) {
    state.isHeld = isHeld;
    again();
  }

  const listening = [];
  function on(where, what, then, how) {
    where.addEventListener(what, then, how);
    listening.push(() => where.removeEventListener(what, then, how));
  }
  on(document, "keydown", press, true);
  on(deck, "pointermove", wake);
  on(deck, "touchstart", touch, { passive: true });
  on(deck, "touchend", lifted, { passive: true });
  on(window, "resize", () => current() && fit(current()));
  on(find(".fd-all"), "close", again);
  for (const area of [find(".fd-bar"), find(".fd-way")]) {
    on(area, "pointerenter", () => held(true));
    on(area, "pointerleave", () => held(false));
    on(area, "focusin", () => held(true));
    on(area, "focusout", () => held(false));
  }
  const pressed = { ".fd-on": () => step(1), ".fd-back": () => step(-1), ".fd-next": () => step(1), ".fd-previous": () => step(-1), ".fd-pause": pause, ".fd-main": mainOnly, ".fd-dark": () => blank(false), ".fd-blank": () => blank(false), ".fd-full": fullScreen, ".fd-list": overview, ".fd-close": overview, ".fd-leave": leave, ".fd-why": standsOn };
  for (const [where, then] of Object.entries(pressed)) find(where).onclick = (event) => { event.preventDefault(); then(); };
  find(".fd-every").onchange = (event) => { state.seconds = Number(event.target.value); state.isPaused = false; host.every_is(state.seconds); again(); };
  if (![...find(".fd-every").options].some((each) => Number(each.value) === state.seconds)) find(".fd-every").add(new Option(`every ${state.seconds} seconds`, state.seconds));

  // Shows the slides that are there; `made` is how far those still wanted are, null where all are there.
  function renew(made) {
    state.isMaking = made !== null;
    deck.classList.add("fd-ready");
    const slides = every();
    const kept = current() ?? (state.wanted ? slides[state.wanted - 1] : slides[0]);
    const isNew = state.wanted !== null;
    if (kept) show(kept, isNew);
    else if (!state.isMaking) show(slides.at(-1));
    else waiting(made);
    find(".fd-main").setAttribute("aria-pressed", String(state.isMainOnly));
  }

  function waiting({ share, words }) {
    for (const each of every()) each.hidden = true;
    const making = find(".fd-making");
    making.hidden = false;
    making.querySelector("progress").value = share;
    making.querySelector("p").textContent = `Making the slides: ${words}`;
    find(".fd-count").textContent = "";
  }

  return {
    renew,
    say,
    end() {
      clearTimeout(timer);
      clearTimeout(sleeping);
      for (const stop of listening) stop();
    },
  };
}
