//! A second theme, made only with what `themes/default/README.md` describes.

use std::fs;
use std::path::Path;

use super::support::{Handbook, Site};

/// The sample handbook in another dress.
fn ledger() -> Site {
    let handbook = Handbook::sample();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes/ledger");
    for file in walkdir::WalkDir::new(&root) {
        let file = file.unwrap();
        if file.file_type().is_file() {
            let name = file.path().strip_prefix(&root).unwrap().to_str().unwrap();
            let bytes = fs::read(file.path()).unwrap();
            handbook.write(&format!("themes/ledger/{}", name.replace('\\', "/")), bytes);
        }
    }
    let book = handbook.read("book.toml");
    let dressed = book.replace("\"default\"", "\"ledger\"");
    assert_ne!(book, dressed, "the sample names its theme");
    handbook.write("book.toml", dressed);
    handbook.site()
}

#[test]
fn its_hooks_blocks_words_styles_scripts_and_files_are_on_the_pages() {
    let site = ledger();
    let page = site.page("roles/engineer.html");
    assert_eq!(
        page.texts(".ask"),
        ["Questions about Engineer? #engineering"],
        "what follows the facts"
    );
    assert_eq!(page.texts(".site-footer p").len(), 1, "a part replaced");
    assert!(
        page.texts(".site-footer p")[0].ends_with("Contract 1."),
        "the contract's number"
    );
    assert_eq!(page.texts(".navigation a")[0], "Title page", "a word");
    let mark = page.all(".site-tools img");
    assert_eq!(mark[0].attr("src"), Some("../theme/mark.svg"), "a file as it is");
    assert!(site.files.contains_key("theme/mark.svg"));
    let scripts = page.all("script[src*=\"theme/ledger.\"]");
    assert_eq!(scripts.len(), 1, "a script of its own");
    let styles = page.all("link[rel=stylesheet]");
    let styles: Vec<&str> = styles.iter().filter_map(|style| style.attr("href")).collect();
    let sheet = styles
        .iter()
        .map(|style| String::from_utf8_lossy(site.bytes(&style.replace("../", ""))).into_owned())
        .collect::<String>();
    assert!(sheet.contains(".ledger-mark"), "a style sheet of its own");
}

#[test]
fn what_it_does_not_change_is_there_as_before_in_another_order() {
    let (usual, other) = (Handbook::sample().site(), ledger());
    let (usual_pages, other_pages): (Vec<&str>, Vec<&str>) =
        (usual.pages().collect(), other.pages().collect());
    assert_eq!(usual_pages, other_pages);
    for path in ["roles/engineer.html", "roles/product-owner.html"] {
        let (one, two) = (usual.page(path), other.page(path));
        let headings = |page: &super::support::Page| {
            let mut headings = page.texts("main h2");
            headings.sort();
            headings
        };
        assert_eq!(headings(&one), headings(&two), "{path}");
        assert_ne!(
            one.texts("main h2"),
            two.texts("main h2"),
            "{path}: the drawing stands elsewhere"
        );
        assert_eq!(one.texts(".relation").len(), two.texts(".relation").len());
    }
}
