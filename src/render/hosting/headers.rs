//! `_headers`: what hosts that read it send with the site's files.
//!
//! The format is Netlify's (<https://docs.netlify.com/manage/routing/headers/>), which Cloudflare Pages reads too.

use std::fmt::Write as _;

use crate::text::SitePath;

/// What pages need and no more: they hold no inline script or style, and load nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Headers for all files; `lasting`: those whose names change with what they hold.
pub(in crate::render) fn headers<'p>(lasting: impl Iterator<Item = &'p SitePath>) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n"
    );
    for path in lasting {
        let _ = write!(
            text,
            "/{}\n  Cache-Control: public, max-age=31536000, immutable\n",
            path.url()
        );
    }
    text
}
