import footnote from "markdown-it-footnote";
import { feedsOf } from "./feeds.js";
import { group } from "./lists.js";
import { siteData, structured } from "./structured.js";
import { absolute, count, fill, month, monthYear, name, prefix, printDate, words } from "./town.js";

/** The same town by plain Eleventy: one Markdown file a release, Nunjucks layouts, collections, pagination. */
export default function configure(eleventy) {
  eleventy.setDataFileBaseName("content");
  eleventy.addPassthroughCopy({ static: "/" });
  eleventy.addPassthroughCopy({ "static/.well-known": "/.well-known" });
  eleventy.amendLibrary("md", (markdown) => {
    markdown.use(footnote);
    markdown.renderer.rules.footnote_caption = (tokens, index) => String(Number(tokens[index].meta.id + 1));
  });
  eleventy.addCollection("town", (api) => group(api));
  eleventy.addCollection("releases", (api) => group(api).all);
  eleventy.addCollection("withText", (api) => group(api).all.filter(({ data }) => !data.withdrawn));
  eleventy.addCollection("withDates", (api) => group(api).all.filter(({ data }) => data.calendar));
  eleventy.addCollection("listing", (api) => group(api).listing);
  for (const kind of ["home", "archive", "overview", "corrections", "subscribe", "data"]) eleventy.addCollection(kind, (api) => group(api).others.filter((list) => list.kind === kind));
  eleventy.addCollection("feeds", (api) => feedsOf(group(api)));
  eleventy.addCollection("redirects", (api) => group(api).all.flatMap((item) => (item.data.aliases ?? []).map((alias) => ({ alias, item }))));
  eleventy.addFilter("fill", fill);
  eleventy.addFilter("date", printDate);
  eleventy.addFilter("monthYear", monthYear);
  eleventy.addFilter("month", month);
  eleventy.addFilter("count", count);
  eleventy.addFilter("named", name);
  eleventy.addFilter("absolute", absolute);
  eleventy.addFilter("prefix", prefix);
  eleventy.addFilter("words", (language) => words[language]);
  eleventy.addFilter("structured", structured);
  eleventy.addFilter("siteData", siteData);
  eleventy.addFilter("encode", encodeURIComponent);
  eleventy.addFilter("digits", (phone) => phone.replace("(0)", "").replace(/[^0-9+]/g, ""));
  return {
    dir: { input: "src", output: "site", includes: "../_includes", data: "../_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
