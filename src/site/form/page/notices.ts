/** Says something above the form, until it is closed; screen readers say it at once. The same is said once. */
export function tell(message: string): void {
  const place = document.querySelector("#form-notices") ?? makePlace();
  if ([...place.querySelectorAll("p")].some(({ textContent }) => textContent === message)) return;
  const notice = document.createElement("div");
  const text = document.createElement("p");
  const close = document.createElement("button");
  text.textContent = message;
  text.style.cssText = "margin:0;flex:1";
  close.type = "button";
  close.textContent = "Schließen";
  close.style.cssText =
    "font:inherit;padding:.25rem .75rem;min-height:24px;border:1px solid;border-radius:4px;background:none;color:inherit";
  close.addEventListener("click", () => notice.remove());
  notice.style.cssText =
    "display:flex;gap:1rem;align-items:start;padding:.75rem 1rem;background:#fff4ce;color:#1b1b1b;border-bottom:1px solid";
  notice.append(text, close);
  place.append(notice);
}

function makePlace(): Element {
  const place = document.createElement("section");
  place.id = "form-notices";
  place.setAttribute("role", "alert");
  place.setAttribute("aria-label", "Hinweise des Formulars");
  place.style.cssText = "position:fixed;inset:0 0 auto 0;z-index:100000;max-height:40vh;overflow:auto;font:16px/1.4 sans-serif";
  document.body.append(place);
  return place;
}
