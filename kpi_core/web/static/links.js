// Links between views without a full load. Constant: no text from a report ever enters this file.
//
// A plain click on a.kpi-go becomes a history entry and a popstate event, on which Streamlit reads
// the address again and reruns. Clicks with a modifier key, the middle button or without this file
// follow the address as written. Afterwards the focus goes where the reader expects it, and a new
// count is said aloud.
(() => {
  "use strict";

  const scrolled = new Map(); // address -> how far down the reader was
  let run = ""; // number of the last run drawn
  let after = null; // what to do once the next run is drawn
  let counted = "";

  const voice = document.createElement("p");
  voice.setAttribute("role", "status");
  voice.className = "kpi-unseen";
  document.body.append(voice);

  const find = (selector) => document.querySelector(selector);
  const pane = () => find('[data-testid="stMain"]') || document.scrollingElement;
  const ready = () =>
    find('[data-testid="stApp"]')?.dataset.testConnectionState === "CONNECTED";

  const focus = (element) => {
    if (!element) return;
    element.focus({ preventScroll: true });
    const box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight) element.scrollIntoView({ block: "nearest" });
  };
  const arrive = () => {
    pane().scrollTop = 0;
    const pack = new URLSearchParams(location.search).has("pack");
    focus((pack && find(".st-key-kpi-pack summary")) || find("h1[tabindex]"));
  };
  const stay = () => focus(find(".kpi-count") || find("h1[tabindex]"));

  const go = (to) => {
    scrolled.set(location.href, pane().scrollTop);
    after = to.pathname === location.pathname && !to.searchParams.has("indicator") ? stay : arrive;
    history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate", { state: { kpi: true } }));
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("a.kpi-go");
    if (!link || !ready()) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin) return;
    event.preventDefault();
    if (to.href === location.href) arrive();
    else go(to);
  });

  // What is copied: the code that the link carries, else its own address, whole.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea"); // where the page may not use the clipboard
      field.value = text;
      field.className = "kpi-unseen";
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };

  document.addEventListener("click", async (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("a.kpi-copy");
    if (!link) return;
    event.preventDefault();
    await copy(link.dataset.copy || link.href);
    link.focus({ preventScroll: true });
    link.classList.add("kpi-copied");
    voice.textContent = `${link.textContent}: done`;
    setTimeout(() => link.classList.remove("kpi-copied"), 4000);
  });

  window.addEventListener("popstate", (event) => {
    if (event.state?.kpi) return; // ours, see go()
    const to = location.href;
    after = () => {
      if (document.activeElement === document.body) focus(find("h1[tabindex]"));
      pane().scrollTop = scrolled.get(to) || 0;
    };
  });

  const drawn = () => {
    const count = find(".kpi-count")?.textContent || "";
    if (count !== counted) {
      if (counted) voice.textContent = count;
      counted = count;
    }
    const now = find(".kpi-end")?.dataset.run || "";
    if (now === run) return;
    run = now;
    const act = after;
    after = null;
    if (act) requestAnimationFrame(act);
  };

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      drawn();
    });
  }).observe(document.getElementById("root"), {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["data-run"],
  });
})();
