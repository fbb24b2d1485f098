//! What Hugo and Zola need beside the words: a page with a heading, and a navigation of the team that it belongs to, which
//! is what rolebook's pages have too. mdBook, `MkDocs` and Zensical bring their own; Antora's pages get none.

/// A file, and what it holds.
pub(super) type File = (&'static str, &'static str);

pub(super) const MDBOOK: [File; 1] = [("book.toml", "[book]\ntitle = \"Measured\"\nlanguage = \"en\"\n")];

/// Only what is open of the navigation is on a page; without a search, for which a plugin would be named.
pub(super) const MKDOCS: [File; 1] = [(
    "mkdocs.yml",
    "site_name: Measured\nsite_dir: output\ntheme:\n  name: material\n  font: false\n  features: [navigation.prune]\nplugins: []\n",
)];

pub(super) const ANTORA: [File; 4] = [
    (
        "playbook.yml",
        "site:\n  title: Measured\n  start_page: measured::index.adoc\ncontent:\n  sources:\n  - url: ./content\n    branches: HEAD\n\
         ui:\n  bundle:\n    url: ./ui\nruntime:\n  cache_dir: ./.cache\n",
    ),
    (
        "content/antora.yml",
        "name: measured\ntitle: Measured\nversion: ~\n",
    ),
    (
        "ui/layouts/default.hbs",
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{{page.title}}} - {{site.title}}</title>
</head>
<body>
<main>
<h1>{{{page.title}}}</h1>
{{{page.contents}}}
</main>
</body>
</html>
"#,
    ),
    (
        "ui/layouts/404.hbs",
        "<!doctype html>\n<title>Not found</title>\n",
    ),
];

pub(super) const HUGO: [File; 5] = [
    (
        "hugo.toml",
        "baseURL = \"http://127.0.0.1/\"\ntitle = \"Measured\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n",
    ),
    (
        "layouts/_default/baseof.html",
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
</head>
<body>
{{ partialCached "navigation.html" . .CurrentSection.RelPermalink }}
<main>
<h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}
</main>
</body>
</html>
"#,
    ),
    (
        "layouts/partials/navigation.html",
        r#"<nav><ul>
<li><a href="/">Home</a></li>
<li><a href="/external/">External parties</a></li>
{{- with .CurrentSection }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><ul>
{{- range .RegularPages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{- end }}
</ul></li>
{{- end }}
</ul></nav>
"#,
    ),
    (
        "layouts/_default/single.html",
        "{{ define \"main\" }}{{ .Content }}{{ end }}\n",
    ),
    (
        "layouts/_default/list.html",
        "{{ define \"main\" }}{{ .Content }}{{ end }}\n",
    ),
];

pub(super) const ZOLA: [File; 5] = [
    (
        "config.toml",
        "base_url = \"http://127.0.0.1\"\ntitle = \"Measured\"\ncompile_sass = false\nbuild_search_index = false\n",
    ),
    (
        "templates/base.html",
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{% endblock title %} - {{ config.title }}</title>
</head>
<body>
<nav><ul>
<li><a href="/">Home</a></li>
<li><a href="/external/">External parties</a></li>
{% block team %}{% endblock team %}
</ul></nav>
<main>
{% block main %}{% endblock main %}
</main>
</body>
</html>
"#,
    ),
    (
        "templates/index.html",
        r#"{% extends "base.html" %}
{% block title %}{{ section.title }}{% endblock title %}
{% block main %}<h1>{{ section.title }}</h1>
{{ section.content | safe }}{% endblock main %}
"#,
    ),
    (
        "templates/section.html",
        r#"{% extends "base.html" %}
{% block title %}{{ section.title }}{% endblock title %}
{% block team %}<li><a href="{{ section.path | safe }}">{{ section.title }}</a><ul>
{% for page in section.pages %}<li><a href="{{ page.path | safe }}">{{ page.title }}</a></li>
{% endfor %}</ul></li>{% endblock team %}
{% block main %}<h1>{{ section.title }}</h1>
{{ section.content | safe }}{% endblock main %}
"#,
    ),
    (
        "templates/page.html",
        r#"{% extends "base.html" %}
{% block title %}{{ page.title }}{% endblock title %}
{% block team %}{% set team = get_section(path=page.ancestors | last) %}<li><a href="{{ team.path | safe }}">{{ team.title }}</a><ul>
{% for page in team.pages %}<li><a href="{{ page.path | safe }}">{{ page.title }}</a></li>
{% endfor %}</ul></li>{% endblock team %}
{% block main %}<h1>{{ page.title }}</h1>
{{ page.content | safe }}{% endblock main %}
"#,
    ),
];
