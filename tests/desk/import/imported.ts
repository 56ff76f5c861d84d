import { join } from "node:path";
import { call, type Files, filesBelow, layFiles, makeContent, makeFolder, NOW, read } from "../../fixture.ts";

const CACHE = makeFolder();

/** What an import of some files did: its report, the city's folder, and the archive that it made. */
export async function imported(
  source: Files,
  { name = "", args = [], content }: Partial<{ name: string; args: string[]; content: string }> = {},
) {
  const from = makeFolder();
  layFiles(from, source);
  const into = content ?? join(makeContentFolder(), "content");
  return { ...(await runImport(join(from, name), into, args)), from };
}

/** A small town's content, with room for the mapping beside it. */
export function makeContentFolder(files: Files = {}): string {
  const city = makeFolder();
  layFiles(join(city, "content"), Object.fromEntries(filesBelow(makeContent(files))) as Files);
  return city;
}

/** Runs the import as a person does, and reads what is there afterwards. */
export async function runImport(source: string, content: string, args: readonly string[] = []) {
  const [{ execute }, { command }] = await Promise.all([
    import("../../../src/commands/call.ts"),
    import("../../../src/commands/import.ts"),
  ]);
  const ran = await call((words, settings) => execute(command, words, settings), [source, "--into", content, ...args], { NOW, CACHE });
  const files = filesBelow(content);
  const text = (path: string) => files.get(path)?.toString() ?? "";
  const reading = read(content);
  return {
    ...ran,
    content,
    files,
    text,
    errors: reading.problems.filter(({ severity }) => severity === "error"),
    archive: reading.archive,
  };
}

/** An export of WordPress that holds some items. */
export function wxr(...items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Alte Stadt</title>
<link>https://www.alt.example</link><language>de-DE</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>admin</wp:author_login><wp:author_email>geheim@alt.example</wp:author_email>
<wp:author_display_name><![CDATA[Petra P.]]></wp:author_display_name></wp:author>
${items.join("\n")}</channel></rss>`;
}

/** A post of such an export; `more` is further XML. */
export function post(
  name: string,
  text: string,
  { title = `Meldung ${name}`, date = "2020-04-02 10:00:00", more = "", type = "post", status = "publish" } = {},
) {
  return `<item><title>${title}</title><link>https://www.alt.example/2020/04/02/${name}/</link><guid>https://www.alt.example/?p=${name}</guid>
<dc:creator><![CDATA[admin]]></dc:creator><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_date><![CDATA[
${date}
]]></wp:post_date><wp:post_name>${name}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>${more}</item>`;
}
