//! `sitemap.xml`: the pages that search engines are to look at (<https://www.sitemaps.org/protocol.html>).

use std::fmt::Write as _;

use crate::site::Listed;
use crate::text::escape;

/// The list of `entries`.
pub(in crate::render) fn sitemap(entries: impl Iterator<Item = Listed>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for entry in entries {
        let _ = write!(xml, "<url><loc>{}</loc>", escaped(&entry.url));
        if let Some(modified) = &entry.modified {
            let _ = write!(xml, "<lastmod>{modified}</lastmod>");
        }
        for (language, url) in &entry.languages {
            let _ = write!(
                xml,
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                escaped(language),
                escaped(url)
            );
        }
        xml.push_str("</url>\n");
    }
    xml + "</urlset>\n"
}

/// The list of the parts of a large site's list, by their addresses in the world.
pub(in crate::render) fn list_of_sitemaps(parts: impl Iterator<Item = String>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for part in parts {
        let _ = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", escaped(&part));
    }
    xml + "</sitemapindex>\n"
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape::attribute(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::list_of_sitemaps;

    #[test]
    fn parts_are_listed_by_their_addresses() {
        let parts = [
            "https://example.org/a&b/sitemap-1.xml",
            "https://example.org/a&b/sitemap-2.xml",
        ];
        let xml = list_of_sitemaps(parts.iter().map(|part| (*part).to_owned()));
        let document = roxmltree::Document::parse(&xml).unwrap_or_else(|fault| panic!("{fault}"));
        let told = document
            .descendants()
            .filter(|node| node.tag_name().name() == "loc");
        assert_eq!(told.filter_map(|node| node.text()).collect::<Vec<_>>(), parts);
    }
}
