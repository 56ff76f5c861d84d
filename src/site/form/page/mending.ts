/**
 * Mends what Sveltia CMS 0.221 lacks for people who do not use a mouse or see little: pages can be enlarged, the language is said, "new"
 * obeys the keyboard, and whoever opens something finds the focus in it.
 */
export function mend(): void {
  speakGerman();
  leaveOutTranslators();
  allowZoom();
  obeyKeyboard();
  keepFocus();
  goWhereAsked();
}

const PREFERENCES = "sveltia-cms.prefs";

/** The words of the form are German unless somebody chose others. */
function speakGerman(): void {
  document.documentElement.lang = "de";
  nameEasyLanguage();
  try {
    const chosen = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}") as { locale?: string };
    if (chosen.locale === undefined || chosen.locale === "auto")
      localStorage.setItem(PREFERENCES, JSON.stringify({ ...chosen, locale: "de" }));
  } catch {
    // A browser that keeps nothing has its own language.
  }
}

/** Leichte Sprache has no name that browsers know. */
function nameEasyLanguage(): void {
  const { of } = Intl.DisplayNames.prototype;
  Intl.DisplayNames.prototype.of = function (tag) {
    return tag === "de-simple" ? "Leichte Sprache" : of.call(this, tag);
  };
}

/** Translators of other hosts would be sent texts that nobody may read yet; the policy of the page forbids them anyway. */
function leaveOutTranslators(): void {
  const style = document.createElement("style");
  style.textContent = 'button[aria-label="Übersetzen"]{display:none !important}';
  document.head.append(style);
}

/** WCAG 1.4.4: a page that forbids to be enlarged on a phone shuts people out. */
function allowZoom(): void {
  const free = () => {
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="viewport"]'))
      if (/maximum-scale|user-scalable/.test(meta.content)) meta.content = "width=device-width, initial-scale=1";
  };
  new MutationObserver(free).observe(document.head, { childList: true, subtree: true, attributes: true, attributeFilter: ["content"] });
  free();
}

/** Buttons with a shortcut of their own, "new" above all, take Enter and Space for something else: here they press them. */
function obeyKeyboard(): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if ((event.key !== "Enter" && event.key !== " ") || event.ctrlKey || event.metaKey || event.altKey) return;
      const button = (event.target as Element | null)?.closest?.<HTMLElement>("button[aria-keyshortcuts]:not([aria-haspopup])");
      if (!button) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      button.click();
    },
    true,
  );
}

/** What can be used first in what was opened: a field of the form, else the heading of a list. */
const FIRST = '.content-editor :is(input, textarea, [role="textbox"]), main h2';

/** When the place changes and the focus is lost with what was there, it goes to the first thing that can be used, once that is there. */
function keepFocus(): void {
  addEventListener("hashchange", () => {
    let tries = 0;
    const timer = setInterval(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      const target = [...document.querySelectorAll<HTMLElement>(FIRST)].find((one) => one.offsetParent !== null);
      if (isLost && target) {
        if (target.tagName === "H2") target.tabIndex = -1;
        target.focus();
      }
      // A page that is still made takes the focus away once more.
      if (++tries > 15) clearInterval(timer);
    }, 200);
  });
}

/** Whoever comes by a link to a release finds it once they have signed in: Sveltia CMS shows the list instead. */
function goWhereAsked(): void {
  const wanted = location.hash;
  if (!/^#\/collections\/[^/]+\/(entries\/|new)/.test(wanted)) return;
  const watch = new MutationObserver(() => {
    if (!document.querySelector('[role="grid"], [role="treeitem"]')) return;
    watch.disconnect();
    setTimeout(() => {
      if (document.querySelector(".content-editor")) return;
      location.hash = "#/collections";
      setTimeout(() => {
        location.hash = wanted;
      }, 300);
    }, 300);
  });
  watch.observe(document.body, { childList: true, subtree: true });
}
