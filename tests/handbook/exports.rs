//! `rolebook export` and `rolebook graph`, and the same files of a site.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Write as _};
use std::process::{Command, Stdio};

use super::support::Handbook;

/// The formats, and the files of a site.
const FILES: [(&str, &str); 6] = [
    ("dot", "graph.dot"),
    ("graphml", "graph.graphml"),
    ("mermaid", "graph.mmd"),
    ("csv-nodes", "nodes.csv"),
    ("csv-edges", "edges.csv"),
    ("json", "rolebook.json"),
];

/// Titles that break what is put together carelessly, as TOML has them.
const TITLES: [&str; 12] = [
    r#"Say \"hello\" & 'hi'"#,
    r"Two\nlines",
    "A ]]> <b>bold</b> &amp;",
    "%% comment %%{init: {}}%%",
    r"Backslash \\",
    r#"\\\" \\N \\G"#,
    "🙂 👩‍🚀 ﬁ",
    r"دليل \u202Ex\u202C الأدوار",
    "end",
    "=1+1",
    "--> -.-> ==> --- style a:b#c;",
    "[x](y) `c` **d** {{e}} |f| 1. g",
];

/// Ids, which are names of files.
const IDS: [&str; 12] = [
    "graph", "end", "subgraph", "node", "a b", "-x-", "büro", "x_y", "default", "=1", "o", "click",
];

/// Roles with hostile titles in a circle, within a hostile team.
pub(crate) fn hostile() -> Handbook {
    let handbook = Handbook::new(
        "//- content/teams/inner.md\n+++\ntitle = \"Inner \\\"]]>\"\nteam = \"[[outer]]\"\n+++\n",
    );
    handbook.write("content/teams/outer.md", "+++\ntitle = \"End\"\n+++\n");
    for (at, (id, title)) in IDS.iter().zip(TITLES).enumerate() {
        let next = IDS[(at + 1) % IDS.len()];
        let text = format!(
            "+++\ntitle = \"{title}\"\nteam = \"[[inner]]\"\ntags = [\"{title}\", \"b\"]\nkeepers = []\n+++\n\n\
             ## Dependencies\n\n### [[{next}]] of the \\\"team\\\" ]]>\n\n- a thing\n- another\n"
        );
        handbook.write(&format!("content/roles/{id}.md"), text);
    }
    handbook
}

fn export(handbook: &Handbook, format: &str) -> String {
    handbook.run(&["export", format]).ok().stdout
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// Ids of parties, and ends and states of agreements, as `rolebook.json` has them.
fn in_data(handbook: &Handbook) -> (BTreeSet<String>, BTreeSet<[String; 3]>) {
    let data: serde_json::Value = serde_json::from_str(&export(handbook, "json")).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let parties = data["parties"].as_array().unwrap().iter();
    let agreements = data["agreements"].as_array().unwrap().iter();
    (
        parties.map(|party| text(&party["id"])).collect(),
        agreements
            .map(|one| ["provider", "consumer", "state"].map(|key| text(&one[key])))
            .collect(),
    )
}

#[test]
fn a_site_has_what_the_command_prints() {
    let handbook = Handbook::sample();
    let site = handbook.site();
    for (format, file) in FILES {
        let printed = export(&handbook, format);
        assert_eq!(printed.as_bytes(), site.bytes(file), "{format}");
        let target = format!("out-{file}");
        let run = handbook.run(&["export", format, "--output", &target]).ok();
        assert_eq!((run.stdout.as_str(), handbook.read(&target)), ("", printed));
        assert!(run.stderr.contains(&format!("Wrote {target}")), "{}", run.stderr);
    }
}

#[test]
fn the_graph_is_the_same_in_every_format() {
    for handbook in [Handbook::sample(), hostile()] {
        let (ids, agreements) = in_data(&handbook);
        assert!(ids.len() > 12 && agreements.len() > 11);

        let of_nodes = rows(&export(&handbook, "csv-nodes"));
        let of_edges = rows(&export(&handbook, "csv-edges"));
        let unmarked = |value: &String| value.strip_prefix('\'').unwrap_or(value).to_owned();
        assert_eq!(
            of_nodes
                .iter()
                .map(|row| unmarked(&row[0]))
                .collect::<BTreeSet<_>>(),
            ids
        );
        let edges = of_edges.iter().map(|row| [0, 1, 2].map(|at| unmarked(&row[at])));
        assert_eq!(edges.collect::<BTreeSet<_>>(), agreements);
        assert!(of_edges.iter().any(|row| row[3] != "0" || row[4] != "0"));

        let graphml = export(&handbook, "graphml");
        let document = roxmltree::Document::parse(&graphml).unwrap();
        let datum = |node: &roxmltree::Node<'_, '_>, key: &str| {
            let mut data = node
                .children()
                .filter(|child| child.attribute("key") == Some(key));
            data.next()
                .and_then(|datum| datum.text())
                .unwrap_or_default()
                .to_owned()
        };
        let nodes = document.descendants().filter(|node| node.has_tag_name("node"));
        assert_eq!(
            nodes.map(|node| datum(&node, "name")).collect::<BTreeSet<_>>(),
            ids
        );
        let edges = document.descendants().filter(|node| node.has_tag_name("edge"));
        assert_eq!(edges.count(), agreements.len());

        let mermaid = export(&handbook, "mermaid");
        assert_eq!(mermaid.matches(">|\"").count(), agreements.len());
    }
}

#[test]
fn graphviz_reads_every_party_and_agreement() {
    for handbook in [Handbook::sample(), hostile()] {
        let (ids, agreements) = in_data(&handbook);
        let child = Command::new("dot")
            .arg("-Tdot_json")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = match child {
            // `tests/run` installs it.
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            child => child.unwrap(),
        };
        let dot = export(&handbook, "dot");
        child.stdin.take().unwrap().write_all(dot.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{said}");
        let graph: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let objects = graph["objects"].as_array().unwrap();
        let nodes = objects.iter().filter(|object| object["kind"].is_string());
        let names = nodes.map(|node| node["name"].as_str().unwrap().to_owned());
        assert_eq!(names.collect::<BTreeSet<_>>(), ids);
        assert_eq!(graph["edges"].as_array().unwrap().len(), agreements.len());
    }
}

#[test]
fn people_are_in_none_of_the_graphs() {
    let handbook = Handbook::sample();
    let data: serde_json::Value = serde_json::from_str(&export(&handbook, "json")).unwrap();
    let people = data["people"].as_array().unwrap();
    assert!(people.len() > 20);
    for (format, _) in FILES.iter().filter(|(format, _)| *format != "json") {
        let text = export(&handbook, format);
        for person in people {
            assert!(
                !text.contains(person["name"].as_str().unwrap()),
                "{format}: {person}"
            );
        }
    }
}

#[test]
fn a_drawing_stands_alone_in_both_schemes() {
    let handbook = Handbook::sample();
    let draw = |options: &[&str]| {
        let begin = ["graph", "neighbourhood", "--of", "product-owner"];
        handbook.run(&[&begin, options].concat()).ok().stdout
    };
    let (light, dark) = (draw(&[]), draw(&["--theme", "dark"]));
    for svg in [&light, &dark] {
        let document = roxmltree::Document::parse(svg).unwrap();
        let root = document.root_element();
        assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        assert!(!svg.contains("var(") && !svg.contains("--rb-"), "{svg}");
        let links = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "a")));
        let links: Vec<&str> = links.filter_map(|link| link.attribute("href")).collect();
        assert!(
            links.len() > 5 && links.iter().all(|link| handbook_has(&handbook, link)),
            "{links:?}"
        );
    }
    assert_ne!(light, dark);

    handbook.write(
        "book.toml",
        handbook
            .read("book.toml")
            .replace("[book]", "[book]\nbase_url = \"https://example.org/roles/\""),
    );
    assert!(
        draw(&[]).contains("href=\"https://example.org/roles/roles/"),
        "links are absolute"
    );
}

/// Whether the source of the page at `link` is there.
fn handbook_has(handbook: &Handbook, link: &str) -> bool {
    let source = link.replace(".html", ".md");
    handbook.path(&format!("content/{source}")).exists()
}

#[cfg(feature = "png")]
#[test]
fn a_picture_has_the_size_that_is_asked_for() {
    let handbook = Handbook::sample();
    let draw = |name: &str, options: &[&str]| {
        let begin = ["graph", "neighbourhood", "--of", "Engineer", "--output", name];
        handbook.run(&[&begin, options].concat()).ok();
        let bytes = std::fs::read(handbook.path(name)).unwrap();
        assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    };
    let (width, height) = draw("one.png", &["--scale", "1"]);
    assert_eq!(draw("two.png", &[]), (2 * width, 2 * height));
    assert_eq!(draw("picture", &["--format", "png", "--width", "300"]).0, 300);
}

#[test]
fn what_is_wrong_is_said_with_what_to_do() {
    let handbook = Handbook::sample();
    let cases: [(&[&str], &[&str]); 8] = [
        (&["graph", "neighbourhood"], &["--of"]),
        (
            &["graph", "neighbourhood", "--of", "enginer"],
            &["did you mean `engineer`"],
        ),
        (
            &["graph", "neighbourhood", "--of", "xyzzy"],
            &["no role, team or external party is called `xyzzy`"],
        ),
        (&["graph", "neighborhood", "--of", "engineer"], &["neighbourhood"]),
        (&["export", "dto"], &["dot"]),
        (
            &["export", "dot", "--output", "none/graph.dot"],
            &["there is no folder `none`", "make the folder"],
        ),
        (&["export", "dot", "--output", "content"], &["it is a folder"]),
        (
            &["export", "x"],
            &["dot", "graphml", "mermaid", "csv-nodes", "csv-edges", "json"],
        ),
    ];
    for (arguments, said) in cases {
        let run = handbook.run(arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (2, ""),
            "{arguments:?}: {}",
            run.stderr
        );
        for words in said {
            assert!(run.stderr.contains(words), "{arguments:?}: {}", run.stderr);
        }
    }
}

#[test]
fn findings_stand_in_the_way_of_nothing() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n# A\n\n## Dependencies\n\n- [[nobody]]: a thing\n- [[b]]: another\n//- content/roles/b.md\n# B\n",
    );
    assert_eq!(handbook.run(&["build"]).code, 1);
    let run = handbook.run(&["export", "csv-edges"]).ok();
    assert_eq!(rows(&run.stdout).len(), 1);
    assert!(
        run.stderr.contains("1 error") && run.stderr.contains("rolebook check"),
        "{}",
        run.stderr
    );
    let drawn = handbook.run(&["graph", "neighbourhood", "--of", "b"]).ok();
    assert!(drawn.stdout.contains("<svg "));

    handbook.write("content/roles/c.md", "# C\n");
    let alone = handbook.run(&["graph", "neighbourhood", "--of", "c"]);
    assert!(
        alone.code == 2 && alone.stderr.contains("nothing to draw"),
        "{}",
        alone.stderr
    );

    handbook.write("book.toml", b"title = \"\xff\"");
    for command in [
        &["export", "dot"][..],
        &["graph", "neighbourhood", "--of", "b"],
        &["build"],
    ] {
        let run = handbook.run(command);
        assert_eq!(
            (run.code, run.stdout.contains("digraph")),
            (2, false),
            "{}",
            run.stderr
        );
    }
}
