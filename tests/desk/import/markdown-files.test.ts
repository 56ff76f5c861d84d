import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { buildSoundly, type Files } from "../../fixture.ts";
import { imported } from "./imported.ts";

const HUGO: Files = {
  "hugo.toml": 'baseURL = "https://digital.example/"\nlanguageCode = "en-us"\n[permalinks]\n  news = "/:year/:month/:day/:slug/"\n',
  "content/news/2013-02-14-qr.md": `---
slug: qr-codes
date: 2013-02-14 9:47:52 -0400
title: "QR Codes &amp; **more**: it's here"
summary: 'QR Codes or &#8220;Quick Response&#8221; codes are two-dimensional.'
expirydate: "2020-09-15"
topics:
  - software
  - mobile
  - mobile
topics:
  - software
  - mobile
aliases: [/old/qr/]
---

<img src="https://s3.example/x.png" align="right" alt="An example">[QR Codes](http://en.example/wiki) or Quick.

## <a name="x-How"></a>How they work {#toc0}

Jump [to uses](#toc1). See [that]({{< ref "gone.md" >}} "Gone") and [this]({{< ref "2013-02-15-two.md" >}}), [file](two.md).

## Uses {#toc1}

{{< youtube 22i4hQCNsjM >}}
{{% box %}}
In a **box** with [link][1], H<sub>2</sub>O<br/>and <span style="color:red">red</span> Bürger*innen.
{{% /box %}}
{{< card-quote text="Quoted words here" cite="A. Person" >}}
{{< figure src="/img/x.png" caption="Below the picture" >}}

<table><tr><th>A</th><th>B</th></tr><tr><td>x<br>y</td><td>z</td></tr></table>

[1]: https://ref.example/ "Title"
[unused]: https://unused.example/

Footnote[^1]. AT&T 5 < 6 <!-- remark -->

[^1]: The note.
`,
  "content/news/two.md":
    '+++\ntitle = "Two"\ndate = 2013-02-15T00:00:00Z\ndraft = false\n+++\n\tTab at the start\n\n# Main heading\n\n### Deep\n',
  "content/news/three.md": "---\ntitle: Three: a colon\ndate: 2013-02-15\n---\nText of three.\n",
  "content/news/_index.md": "---\ntitle: News\n---\n",
  "content/about.md": "---\ntitle: About\n---\nNo date.\n",
  "static/img/y.png": "no picture",
};

const JEKYLL: Files = {
  "_config.yml": "url: https://ngo.example\nbaseurl: ''\npermalink: /:year/:month/:title/\n",
  "_posts/2017-05-04-aktion.md": `---
layout: post
title: Aktion "Sauber" & mehr
categories: umwelt
image: /assets/none.jpg
---
{% include figure.html url="/assets/none.jpg" description="Kinder sammeln" %}

Mehr in [Teil zwei]({% post_url 2017-05-05-teil-zwei %}) und [hier]({{ site.baseurl }}/2017/05/teil-zwei/).{: .lead}
{:toc}

* eins
* zwei

{% comment %}geheim{% endcomment %}
{% if page.x %}sichtbar{% endif %} \`{{ code }}\`
`,
  "_posts/2017-05-05-teil-zwei.markdown":
    "---\ntitle: Teil zwei\n---\nText mit H1\n===========\n\n1986\\. Ein Jahr. <u>unterstrichen</u>\n",
  "_drafts/idee.md": "---\ntitle: Idee\ndate: 2017-01-01\n---\nx\n",
};

describe("Markdown of other systems", () => {
  test("of Hugo becomes releases without errors and hints, each word kept; what its shortcodes say stands there", async () => {
    const { text, errors, stdout, archive, content } = await imported(HUGO);
    assert.deepEqual(errors, []);
    assert.match(stdout, /^Gelesen 5 = übernommen 3 \+ abgewiesen 0 \+ weggelassen 2\.$/m);
    const qr = text("releases/2013/02/qr-codes.md");
    assert.match(qr, /^title: "QR Codes & more: it's here"\ndate: 2013-02-14T14:47:52\+01:00$/m);
    assert.match(qr, /^summary: QR Codes or “Quick Response” codes are two-dimensional\.\nlanguage: en$/m);
    assert.match(qr, /^topics: \[software, mobile\]$/m);
    assert.match(qr, /- https:\/\/digital\.example\/2013\/02\/14\/qr-codes\/\n {2}- https:\/\/digital\.example\/old\/qr\//);
    assert.match(qr, /Jump \[to uses\]\(#abschnitt-uses\)\. See that and \[this\]\(\/2013\/02\/two\/\), \[file\]\(\/2013\/02\/two\/\)\./);
    assert.match(qr, /\[Video bei YouTube\]\(https:\/\/www\.youtube\.com\/watch\?v=22i4hQCNsjM\)/);
    assert.match(qr, /In a \*\*box\*\* with \[link\]\(https:\/\/ref\.example\/\), H₂O\\\nand red Bürger\*innen\./);
    for (const words of ["Quoted words here", "A. Person", "Below the picture", "AT&T 5 < 6", "[^1]: The note."])
      assert.ok(qr.includes(words), words);
    assert.doesNotMatch(qr, /\{\{|remark|unused/);
    assert.match(text("releases/2013/02/two.md"), /^date: 2013-02-15\n[\s\S]*Tab at the start\n\n## Main heading\n\n### Deep$/m);
    assert.match(text("releases/2013/02/three.md"), /^title: "Three: a colon"$/m);
    assert.equal(archive?.releases.find(({ id }) => id === "2013/02/qr-codes")?.originalLanguage, "en");
    const { output } = await buildSoundly(content);
    assert.match(readFileSync(join(output, "2013/02/qr-codes/index.html"), "utf8"), /<h2 id="abschnitt-uses">Uses<\/h2>/);
  });

  test("of Jekyll too: dates in names of files, Liquid, links between posts, and drafts that stay away", async () => {
    const { text, errors, stdout } = await imported(JEKYLL);
    assert.deepEqual(errors, []);
    assert.match(stdout, /^Gelesen 3 = übernommen 2 \+ abgewiesen 0 \+ weggelassen 1\.$/m);
    const aktion = text("releases/2017/05/aktion.md");
    assert.match(aktion, /^title: Aktion "Sauber" & mehr\ndate: 2017-05-04$/m);
    assert.match(aktion, /https:\/\/ngo\.example\/2017\/05\/aktion\//);
    assert.match(aktion, /Kinder sammeln/);
    assert.match(aktion, /\[Teil zwei\]\(\/2017\/05\/teil-zwei\/\) und \[hier\]\(\/2017\/05\/teil-zwei\/\)\./);
    assert.match(aktion, /- eins\n- zwei/);
    assert.match(aktion, /sichtbar \{\{ code \}\}/);
    assert.doesNotMatch(aktion, /geheim|toc|lead/);
    assert.match(text("releases/2017/05/teil-zwei.md"), /^## Text mit H1\n\n1986\\?\. Ein Jahr\. unterstrichen$/m);
  });

  test("keeps language versions beside their originals, and marks other languages", async () => {
    const { errors, text } = await imported({
      "content/presse/fest.md": "---\ntitle: Das Fest\ndate: 2020-01-02\n---\nDas Fest beginnt.\n",
      "content/presse/fest.en.md": "---\ntitle: The festival\ndate: 2020-01-02\n---\nThe festival begins.\n",
      "content/presse/allein.en.md": "---\ntitle: Alone\ndate: 2020-01-03\n---\nOnly English.\n",
    });
    assert.deepEqual(errors, []);
    assert.match(text("releases/2020/01/fest.en.md"), /^title: The festival\ntranslation:\n {2}kind: unofficial$/m);
    assert.match(text("releases/2020/01/allein.md"), /^language: en$/m);
  });
});
