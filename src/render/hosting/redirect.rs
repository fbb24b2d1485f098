//! Addresses that pages had before.

use std::fmt::Write as _;

use crate::text::{SitePath, escape};

/// A page that was at another address before.
pub(in crate::render) struct Moved<'m> {
    /// Where it was.
    pub(in crate::render) from: &'m SitePath,
    /// Where it is.
    pub(in crate::render) to: &'m SitePath,
    /// Its title.
    pub(in crate::render) title: &'m str,
    /// Its address in the world, where that is known.
    pub(in crate::render) canonical: Option<String>,
    /// The tag of its language.
    pub(in crate::render) language: &'m str,
}

/// The page at the old address, which leads on by itself: without a script, on any host and from a disk.
pub(in crate::render) fn redirect(moved: &Moved<'_>) -> String {
    let escaped = |text: &str| {
        let mut out = String::new();
        escape::attribute(&mut out, text);
        out
    };
    let (title, href) = (escaped(moved.title), escaped(&moved.to.href_from(moved.from)));
    let canonical = moved
        .canonical
        .as_deref()
        .map(|url| format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(url)));
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<meta name=\"robots\" content=\"noindex\">\n{}<meta http-equiv=\"refresh\" content=\"0; url={href}\">\n</head>\n\
         <body>\n<main><h1><a href=\"{href}\">{title}</a></h1></main>\n</body>\n</html>\n",
        escaped(moved.language),
        canonical.unwrap_or_default(),
    )
}

/// `_redirects`: the same for hosts that read it, so that browsers and search engines learn that it is for good.
///
/// The format is Netlify's (<https://docs.netlify.com/manage/routing/redirects/overview/>), which Cloudflare Pages and
/// GitLab Pages read too.
pub(in crate::render) fn redirects(moved: impl Iterator<Item = (SitePath, SitePath)>) -> String {
    let mut text = String::new();
    for (from, to) in moved {
        let _ = writeln!(text, "/{} /{} 301", from.url(), to.url());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Moved, redirect};
    use crate::text::SitePath;

    #[test]
    #[allow(clippy::unwrap_used, reason = "the paths are fixed")]
    fn an_old_address_leads_on_whatever_the_title() {
        let (from, to) = (
            SitePath::new("./a/old.html").unwrap(),
            SitePath::new("./roles/x y.html").unwrap(),
        );
        let page = redirect(&Moved {
            from: &from,
            to: &to,
            title: "<R&D>",
            canonical: None,
            language: "en",
        });
        assert!(page.contains("content=\"0; url=../roles/x%20y.html\""), "{page}");
        assert!(
            page.contains("<title>&lt;R&amp;D&gt;</title>") && !page.contains("canonical"),
            "{page}"
        );
    }
}
