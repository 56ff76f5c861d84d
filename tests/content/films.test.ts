import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { headersFor } from "../../src/publishing/headers.ts";
import { type Build, buildSoundly, type Files, line, MP3, MP4, makeContent, makeRelease, PDF, PROBE, readWith, VTT } from "../fixture.ts";

const FOLDER = "releases/2024/05/probe/";

/** A release with these attachments and files beside it. */
function town(attachments: string, files: Files = {}, fields: Record<string, string> = {}): Files {
  const beside = Object.fromEntries(Object.entries(files).map(([name, content]) => [FOLDER + name, content]));
  return { [PROBE]: makeRelease({ attachments, ...fields }), ...beside };
}

const judge = (attachments: string, files: Files = {}, fields: Record<string, string> = {}) =>
  readWith(town(attachments, files, fields)).problems.map(line);

describe("whoever does not hear or see a film learns what is in it", () => {
  test("a film without captions or transcript, and a recording without transcript, are errors that say what to write", () => {
    assert.deepEqual(
      judge("[{file: fest.mp4, title: Das Fest}, {file: rede.mp3, title: Die Rede}]", { "fest.mp4": MP4, "rede.mp3": MP3 }),
      [
        `${PROBE}:7:15 error Wer „fest.mp4“ nicht hört oder nicht sieht, erfährt nicht, worum es geht. ` +
          "Schreiben Sie darunter: captions: fest.vtt (Untertitel im Ordner der Meldung) oder transcript: … (was zu hören und zu sehen ist).",
        `${PROBE}:7:50 error Wer „rede.mp3“ nicht hört, erfährt nicht, was gesagt wird. ` +
          "Schreiben Sie darunter, was zu hören ist: transcript: … (oder den Namen einer Anlage).",
      ],
    );
  });

  test("captions, a transcript as text or file, sign language, or a contact who helps will do", () => {
    const sound: [string, Files][] = [
      ["[{file: fest.mp4, title: Das Fest, captions: fest.vtt}]", { "fest.mp4": MP4, "fest.vtt": VTT }],
      ["[{file: fest.mp4, title: Das Fest, transcript: Musik spielt.}]", { "fest.mp4": MP4 }],
      [
        "[{file: rede.mp3, title: Die Rede, transcript: rede.pdf}, {file: rede.pdf, title: Abschrift der Rede}]",
        { "rede.mp3": MP3, "rede.pdf": PDF },
      ],
      ["[{file: dgs.mp4, title: Die Meldung, signLanguage: true}]", { "dgs.mp4": MP4 }],
      ["[{file: fest.mp4, title: Das Fest, accessible: false}]", { "fest.mp4": MP4 }],
      [
        "[{file: fest.mp4, title: Das Fest, captions: fest.vtt}, {file: fest.vtt, title: Untertitel}]",
        { "fest.mp4": MP4, "fest.vtt": VTT },
      ],
    ];
    for (const [attachments, files] of sound) assert.deepEqual(judge(attachments, files), [], attachments);
  });

  test("captions that are not there or are none, and fields where they say nothing, are errors at their place", () => {
    const wrong: [string, Files, RegExp][] = [
      ["[{file: fest.mp4, title: Das Fest, captions: fest.vtt}]", { "fest.mp4": MP4 }, /error Die Datei „fest\.vtt“ fehlt/],
      [
        "[{file: a.mp4, title: Das Fest, captions: a.pdf}]",
        { "a.mp4": MP4, "a.pdf": PDF },
        /error „a\.pdf“ ist keine Untertiteldatei.*captions: a\.vtt/,
      ],
      [
        "[{file: a.mp4, title: Das Fest, captions: a.vtt}]",
        { "a.mp4": MP4, "a.vtt": "1\n00:00 --> 00:01\nTag\n" },
        /error Die Anlage heißt \.vtt/,
      ],
      [
        "[{file: a.mp4, title: Das Fest, transcript: b.pdf}]",
        { "a.mp4": MP4 },
        /error Die Abschrift „b\.pdf“ steht nicht unter attachments/,
      ],
      ["[{file: a.pdf, title: Der Plan, signLanguage: true}]", { "a.pdf": PDF }, /error „a\.pdf“ ist kein Film.*signLanguage/],
      [
        "[{file: a.mp3, title: Die Rede, captions: a.vtt, transcript: Guten Tag}]",
        { "a.mp3": MP3, "a.vtt": VTT },
        /error Zu einer Tonaufnahme/,
      ],
      [
        "[{file: a.mp3, title: Die Rede, signLanguage: true, transcript: Guten Tag}]",
        { "a.mp3": MP3 },
        /error Eine Tonaufnahme zeigt keine/,
      ],
    ];
    for (const [attachments, files, expected] of wrong) {
      const problems = judge(attachments, files);
      assert.match(problems.join("\n"), expected, attachments);
      assert.match(problems[0] ?? "", /^releases\/2024\/05\/probe\.md:7:\d\d /);
      assert.equal(problems.length, 1, problems.join("\n"));
    }
  });
});

describe("films and recordings of a release", () => {
  const ATTACHMENTS =
    "[{file: fest.mp4, title: Das Fest, captions: fest.vtt}, {file: dgs.mp4, title: Die Meldung, signLanguage: true}, " +
    '{file: rede.mp3, title: Die Rede, transcript: "Guten Tag.\\n\\nBis bald."}, {file: plan.pdf, title: Lageplan}]';
  const FILES: Files = { "fest.mp4": MP4, "fest.vtt": VTT, "dgs.mp4": MP4, "rede.mp3": MP3, "plan.pdf": PDF };
  let built: Build;
  const read = (path: string) => readFileSync(join(built.output, path), "utf8");

  before(async () => {
    built = await buildSoundly(makeContent(town(ATTACHMENTS, FILES)));
  });

  test("play in the page by the browser's own means, and nothing of them is loaded before", () => {
    const html = read("2024/05/probe/index.html");
    assert.equal([...html.matchAll(/<(video|audio) controls preload="none"/g)].length, 3);
    assert.doesNotMatch(html, /autoplay|<track[^>]*\sdefault/);
    assert.match(html, /<track kind="captions" src="\/2024\/05\/probe\/fest\.vtt" srclang="de" label="Untertitel">/);
    assert.match(html, /Die Meldung <small>MP4, 1\u00a0KB<\/small> <b class="sign-language">in Gebärdensprache<\/b>/);
    assert.match(html, /<summary>Abschrift<\/summary>\s*<p>Guten Tag\.<\/p>\s*<p>Bis bald\.<\/p>/);
    assert.doesNotMatch(html, /<(video|audio)[^>]*plan\.pdf/);
    assert.match(html, /http-equiv="Content-Security-Policy" content="[^"]*media-src &#39;self&#39;/);
    assert.match(headersFor("/2024/05/probe/")["Content-Security-Policy"] ?? "", /media-src 'self'.*manifest-src 'self'/);
    assert.ok(existsSync(join(built.output, "2024/05/probe/fest.vtt")));
  });

  test("stand in the release's text, its data and the feed", () => {
    const text = read("2024/05/probe/index.txt");
    assert.match(
      text,
      /Das Fest \(MP4, 1\u00a0KB\): https:\/\/probestadt\.example\/2024\/05\/probe\/fest\.mp4\nUntertitel: https:\S+fest\.vtt\n/,
    );
    assert.match(text, /Die Meldung \(in Gebärdensprache, MP4, 1\u00a0KB\): https:\S+dgs\.mp4\n/);
    assert.match(text, /Die Rede \(MP3, 1\u00a0KB\): https:\S+rede\.mp3\nAbschrift: Guten Tag\.\n\nBis bald\.\n/);
    const data = JSON.parse(read("2024/05/probe/index.json")) as { attachments: Record<string, unknown>[] };
    const [film, signed, speech, plan] = data.attachments;
    assert.equal(film?.captions, "https://probestadt.example/2024/05/probe/fest.vtt");
    assert.equal(signed?.signLanguage, true);
    assert.equal(speech?.transcript, "Guten Tag.\n\nBis bald.");
    assert.deepEqual(Object.keys(plan ?? {}), ["url", "title", "type", "bytes", "accessible"]);
    assert.match(read("feed.xml"), /<link rel="enclosure" type="video\/mp4" length="24" title="Das Fest"/);
  });

  test("are gone with a withdrawal, captions included", async () => {
    const withdrawn = '{date: 2024-05-11, reason: "Der Film zeigte Falsches."}';
    const { output } = await buildSoundly(makeContent(town(ATTACHMENTS, FILES, { withdrawn })));
    for (const name of Object.keys(FILES)) assert.ok(!existsSync(join(output, "2024/05/probe", name)), name);
    assert.doesNotMatch(readFileSync(join(output, "2024/05/probe/index.html"), "utf8"), /<(video|audio|track)/);
  });
});
