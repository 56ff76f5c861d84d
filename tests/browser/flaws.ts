/** What a reader could not read on a page, in words: run in the browser. */
export const FLAWS = `(() => {
  const flaws = [];
  const said = (node) => (node.textContent ?? "").trim().replace(/\\s+/g, " ").slice(0, 60);
  if (document.documentElement.scrollWidth > innerWidth) flaws.push("the page scrolls sideways: " + document.documentElement.scrollWidth + " px");
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent.trim() || parent.closest(".visually-hidden, .skip-link, script, [hidden]")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const scrolls = parent.closest(".table, pre");
    const seen = scrolls ? scrolls.getBoundingClientRect() : { left: -Infinity, right: Infinity };
    for (const rect of range.getClientRects()) {
      const { top, bottom } = rect;
      const [left, right] = [Math.max(rect.left, seen.left), Math.min(rect.right, seen.right)];
      if (right - left < 1) continue;
      if (!scrolls && (left < -0.5 || right > innerWidth + 0.5)) flaws.push("beyond the edge: " + said(node));
      // The middle half of a line: where letters are, not the room above and below them.
      const quarter = (bottom - top) / 4;
      lines.push({ node, left: left + 1, right: right - 1, top: top + quarter, bottom: bottom - quarter });
    }
    for (let box = parent; box !== document.body; box = box.parentElement) {
      if (box === scrolls) break;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(box);
      const clips = (overflow) => overflow === "hidden" || overflow === "clip";
      if ((clips(overflowX) && box.scrollWidth > box.clientWidth + 1) || (clips(overflowY) && box.scrollHeight > box.clientHeight + 1)) flaws.push("clipped: " + said(box));
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((line, index) => {
    for (let other = index + 1; other < lines.length && lines[other].top < line.bottom; other++) {
      const { node, left, right } = lines[other];
      if (node !== line.node && left < line.right && line.left < right) flaws.push("one over the other: " + said(line.node) + " / " + said(node));
    }
  });
  return [...new Set(flaws)];
})()`;
