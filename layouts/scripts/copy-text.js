/** Copies the plain text of a release; the button shows only where the browser can (a secure context with a clipboard). */
const button = document.querySelector("button.copy-text");
const status = button?.parentElement?.querySelector("[role=status]");

/** The text file beside the page; where it cannot be fetched, what the page shows. */
async function readText() {
  try {
    const response = await fetch(button.dataset.source);
    if (response.ok) return await response.text();
  } catch {
    // Offline, or a page that was saved: the text is here too.
  }
  // innerText, not textContent: paragraphs must stay apart as they are laid out.
  return document.querySelector("article")?.innerText ?? "";
}

async function copy() {
  // Safari allows writing only at once on the click, so the text is promised; browsers without such promises wait for it.
  if (typeof ClipboardItem === "function" && navigator.clipboard.write) {
    const text = readText().then((content) => new Blob([content], { type: "text/plain" }));
    try {
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
      return;
    } catch {
      // Older browsers take no promise in an item.
    }
  }
  await navigator.clipboard.writeText(await readText());
}

if (button && status && navigator.clipboard) {
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    // Said anew each time: a live region is silent when its words stay the same.
    status.textContent = "";
    try {
      await copy();
      status.textContent = button.dataset.copied;
    } catch {
      status.textContent = button.dataset.failed;
    }
  });
}
