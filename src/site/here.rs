//! The page that is being made: all its links lead from here.

use crate::text::{SitePath, push_percent};

/// The page that is being made.
#[derive(Clone, Debug)]
pub(crate) struct Here<'a> {
    path: &'a SitePath,
    base: Option<&'a str>,
    /// Below which folder of the site all pages in this language are: empty, or ends in a slash.
    folder: &'a str,
}

impl<'a> Here<'a> {
    /// The page at `path`, linking relatively: it works at any domain, under a sub-path, from a disk. Its address and all
    /// others are those below `folder` of the site.
    pub(crate) const fn relative(path: &'a SitePath, folder: &'a str) -> Self {
        Self {
            path,
            base: None,
            folder,
        }
    }

    /// A page that is shown at addresses not its own, so that its links must begin with the site's.
    pub(crate) const fn anywhere(path: &'a SitePath, base: Option<&'a str>) -> Self {
        Self {
            path,
            base,
            folder: "",
        }
    }

    /// Its address.
    pub(crate) const fn path(&self) -> &'a SitePath {
        self.path
    }

    /// What leads from here to the page or file at `to`.
    pub(crate) fn to(&self, to: &SitePath) -> String {
        match self.base {
            Some(base) => format!("{base}{}", to.url()),
            None => to.href_from(self.path),
        }
    }

    /// What leads from here to the place `anchor` of the page at `to`.
    pub(crate) fn to_anchor(&self, to: &SitePath, anchor: Option<&str>) -> String {
        let mut href = self.to(to);
        if let Some(anchor) = anchor {
            href.push('#');
            encode_anchor(&mut href, anchor);
        }
        href
    }

    /// What leads from here to a file that all languages share.
    pub(crate) fn to_shared(&self, to: &SitePath) -> String {
        if self.folder.is_empty() {
            self.to(to)
        } else {
            format!("{}{}", self.root(), to.url())
        }
    }

    /// What leads from here to the root of the pages in this language: empty, or ends in a slash.
    pub(crate) fn language_root(&self) -> String {
        self.base.map_or_else(|| up(self.path.as_str()), str::to_owned)
    }

    /// What leads from here to the site's root: empty, or ends in a slash.
    pub(crate) fn root(&self) -> String {
        self.language_root() + &up(self.folder)
    }
}

fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// Percent-encodes what a URL's fragment may not hold; letters of every script stay readable.
pub(crate) fn encode_anchor(out: &mut String, anchor: &str) {
    // What headings become by themselves.
    if anchor
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        out.push_str(anchor);
        return;
    }
    for c in anchor.chars() {
        if c.is_alphanumeric() || "-._~!$&'()*+,;=:@/?".contains(c) {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                push_percent(out, byte);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Here;
    use crate::site::address::site;

    #[test]
    fn links_lead_from_the_page_or_from_anywhere() {
        let (deep, not_found, home) = (site("a/b/c.html"), site("404.html"), site("index.html"));
        let here = Here::relative(&deep, "");
        assert_eq!(
            (here.to(&home), here.root()),
            ("../../index.html".into(), "../../".into())
        );
        let german = Here::relative(&deep, "de/");
        assert_eq!(
            (german.to(&home), german.to_shared(&home), german.root()),
            (
                "../../index.html".into(),
                "../../../index.html".into(),
                "../../../".into()
            )
        );
        assert_eq!(here.to_anchor(&deep, Some("Größe 1\"")), "#Größe%201%22");
        let known = Here::anywhere(&not_found, Some("https://example.org/x/"));
        assert_eq!(known.to(&deep), "https://example.org/x/a/b/c.html");
        assert_eq!(known.root(), "https://example.org/x/");
        assert_eq!(Here::anywhere(&not_found, None).to(&deep), "a/b/c.html");
    }
}
