//! What is said of HTML that is taken out, and of images without words.

use super::cases::found;
use crate::finding::kind::{MISSING_ALT_TEXT, UNSAFE_HTML};

#[test]
fn what_is_taken_out_is_told_once_for_each_sort_of_thing() {
    let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
//- content/a.md
# A

<script>
alert(1)
</script>

Text <script>alert(2)</script> and <b onclick="x()" style="color: red">bold</b>.

<div onclick="y()"><iframe
  src="https://example.org/"></iframe></div>

> - <form action="/x"><label>Name <input name="n"></label></form>
//- content/b.md
Use `<script>` or the <select> element.
"#;
    insta::assert_snapshot!(found(&UNSAFE_HTML, files), @r#"
    warn: the HTML element `<script>` is taken out of the page
      das HTML-Element `<script>` wird von der Seite entfernt
      content/a.md:3:1 "<script>": readers don't get this
      content/a.md:7:6 "<script>": and here
      help: pages run no scripts of their authors: say it in words, or link to where it works
      help: to show the tag itself as text, put it between backticks
      about: <script>
    warn: the HTML attribute `onclick` is taken out of the page
      das HTML-Attribut `onclick` wird von der Seite entfernt
      content/a.md:7:39 "onclick": readers don't get this
      content/a.md:9:6 "onclick": and here
      help: pages run no scripts of their authors: say it in words, or link to where it works
      about: onclick
    warn: the HTML attribute `style` is taken out of the page
      das HTML-Attribut `style` wird von der Seite entfernt
      content/a.md:7:53 "style": readers don't get this
      help: how pages look is the theme's: leave it out, and use what Markdown has
      about: style
    warn: the HTML element `<iframe>` is taken out of the page
      das HTML-Element `<iframe>` wird von der Seite entfernt
      content/a.md:9:20 "<iframe\n  src=\"https://example.org/\">": readers don't get this
      help: link to it instead: `[what it is](https://...)`
      help: to show the tag itself as text, put it between backticks
      about: <iframe>
    warn: the HTML element `<form>` is taken out of the page
      das HTML-Element `<form>` wird von der Seite entfernt
      content/a.md:12:5 "<form action=\"/x\">": readers don't get this
      help: pages send nothing: link to the form instead, or say whom to ask
      help: to show the tag itself as text, put it between backticks
      about: <form>
    warn: the HTML element `<input>` is taken out of the page
      das HTML-Element `<input>` wird von der Seite entfernt
      content/a.md:12:35 "<input name=\"n\">": readers don't get this
      help: pages send nothing: link to the form instead, or say whom to ask
      help: to show the tag itself as text, put it between backticks
      about: <input>
    warn: the HTML element `<select>` is taken out of the page
      das HTML-Element `<select>` wird von der Seite entfernt
      content/b.md:1:23 "<select>": readers don't get this
      help: pages send nothing: link to the form instead, or say whom to ask
      help: to show the tag itself as text, put it between backticks
      about: <select>
    "#);
}

#[test]
fn what_does_no_harm_is_no_finding() {
    let files = r#"
//- content/a.md
<main align="center" class="x"><font size="2">Text</font></main>

<!-- <script> -->

A <your name>, <center>x</center>, <noscript>x</noscript>, <onion style>.

```html
<script>
```

[a](#a) <a href="javascript:alert(1)" data-on="x" on="y">b</a>
"#;
    assert_eq!(found(&UNSAFE_HTML, files), "");
}

#[test]
fn images_without_words_are_told_of() {
    let files = r#"
//- book.toml
book = { title = "Test", language = "fr" }
//- content/roles/a.md
# A

![](../img/map.png "The way [up]") and ![ ](../img/map.png), ![[plan.png]].

<img src="logo.svg">

[^1]: ![][m]

Text[^1].

[m]: ../img/m.png
"#;
    insta::assert_snapshot!(found(&MISSING_ALT_TEXT, files), @r#"
    warn: the image `map.png` has no words for those who can't see it
      l’image `map.png` n’a pas de texte pour celles et ceux qui ne peuvent pas la voir
      content/roles/a.md:3:1 "![](../img/map.png \"The way [up]\")": nothing is read out here
      content/roles/a.md:3:40 "![ ](../img/map.png)": and here
      help: say what it shows between the brackets, as in `![the way to the office](map.png)`
      help: if it is mere decoration, write it as `<img src="map.png" alt="">`
      about: ../img/map.png
      fix (Likely): say there what its title says
        content/roles/a.md:3:3 "" -> "The way up"
    warn: the image `plan.png` has no words for those who can't see it
      l’image `plan.png` n’a pas de texte pour celles et ceux qui ne peuvent pas la voir
      content/roles/a.md:3:62 "![[plan.png]]": nothing is read out here
      help: say what it shows between the brackets, as in `![the way to the office](map.png)`
      help: if it is mere decoration, write it as `<img src="map.png" alt="">`
      about: plan.png
    warn: the image `logo.svg` has no words for those who can't see it
      l’image `logo.svg` n’a pas de texte pour celles et ceux qui ne peuvent pas la voir
      content/roles/a.md:5:1 "<img src=\"logo.svg\">": nothing is read out here
      help: add `alt="..."` with what it shows, or `alt=""` if it is mere decoration
      about: logo.svg
    warn: the image `m.png` has no words for those who can't see it
      l’image `m.png` n’a pas de texte pour celles et ceux qui ne peuvent pas la voir
      content/roles/a.md:7:7 "![][m]": nothing is read out here
      help: say what it shows between the brackets, as in `![the way to the office](map.png)`
      help: if it is mere decoration, write it as `<img src="map.png" alt="">`
      about: ../img/m.png
    "#);
}

#[test]
fn decoration_and_words_are_fine() {
    let files = r#"
//- content/a.md
![a map](map.png) ![[map.png|a map]] ![`x`](x.png) ![]()

<img src="a.png" alt=""> <img src="a.png" alt="x"> <img src="a.png" alt> <img role="none" src="a.png"> <img>

`![](x.png)`
//- content/people.toml
[ana]
name = "Ana"
picture = "ana.png"
"#;
    assert_eq!(found(&MISSING_ALT_TEXT, files), "");
}
