//! Files once more, compressed, for hosts that send them as they are.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use crate::config::Encoding;
use crate::text::SitePath;

/// Below this a file is sent in one packet anyhow.
const LEAST: usize = 1024;

/// The endings of files that get smaller.
const TEXTS: [&str; 13] = [
    "css",
    "csv",
    "dot",
    "graphml",
    "html",
    "js",
    "json",
    "md",
    "mmd",
    "svg",
    "txt",
    "webmanifest",
    "xml",
];

/// Whether the file at `path` gets smaller.
pub(super) fn is_text(path: &SitePath) -> bool {
    let ending = path.as_str().rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| TEXTS.contains(&ending))
}

/// Whether a file of so many bytes at `path` is worth compressing.
pub(super) fn is_worth_it(path: &SitePath, len: usize) -> bool {
    len >= LEAST && is_text(path)
}

/// Where the file at `path` is in that encoding.
pub(super) fn beside(path: &SitePath, encoding: Encoding) -> Option<SitePath> {
    let ending = match encoding {
        Encoding::Gzip => "gz",
        Encoding::Brotli => "br",
    };
    SitePath::new(&format!("./{path}.{ending}")).ok()
}

/// `bytes` in that encoding: the same for the same bytes, whenever and wherever.
pub(super) fn encoded(bytes: &[u8], encoding: Encoding) -> io::Result<Vec<u8>> {
    match encoding {
        Encoding::Gzip => {
            // No time and no name of a system in its head (RFC 1952, section 2.3.1).
            let out = Vec::with_capacity(bytes.len() / 3);
            let mut writer = GzBuilder::new()
                .mtime(0)
                .operating_system(255)
                .write(out, Compression::best());
            writer.write_all(bytes)?;
            writer.finish()
        }
        Encoding::Brotli => {
            let mut out = Vec::with_capacity(bytes.len() / 3);
            let parameters = BrotliEncoderParams {
                quality: 9,
                size_hint: bytes.len(),
                ..BrotliEncoderParams::default()
            };
            brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)?;
            Ok(out)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "what was written here is read")]

    use std::io::Read as _;

    use super::{beside, encoded, is_worth_it};
    use crate::config::Encoding;
    use crate::text::SitePath;

    #[test]
    fn what_is_compressed_is_read_back() {
        let text = "Whoever needs something says so. ".repeat(300);
        let gzip = encoded(text.as_bytes(), Encoding::Gzip).unwrap();
        let mut read = String::new();
        flate2::read::GzDecoder::new(&*gzip)
            .read_to_string(&mut read)
            .unwrap();
        assert_eq!(read, text);
        let brotli = encoded(text.as_bytes(), Encoding::Brotli).unwrap();
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli, &mut read).unwrap();
        assert_eq!(read, text.as_bytes());
        assert!(gzip.len() < text.len() / 10 && brotli.len() < gzip.len());
        assert_eq!(gzip, encoded(text.as_bytes(), Encoding::Gzip).unwrap());
    }

    #[test]
    fn texts_of_some_length_are_worth_it() {
        let cases = [
            ("a.html", 1024, true),
            ("a.html", 1023, false),
            ("a.png", 9999, false),
            ("a", 9999, false),
        ];
        for (path, len, expected) in cases {
            let path = SitePath::new(path).unwrap();
            assert_eq!(is_worth_it(&path, len), expected, "{path}");
        }
        let path = SitePath::new("roles/x.html").unwrap();
        assert_eq!(
            beside(&path, Encoding::Brotli).unwrap().as_str(),
            "roles/x.html.br"
        );
    }
}
