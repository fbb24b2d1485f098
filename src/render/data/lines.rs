//! JSON with a line for each thing: it can be compared and searched line by line, and is not half white space.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// How deep things stand on lines of their own: the document's fields, and the items of its lists.
const DEEPEST: usize = 2;

/// Puts what stands at the top of a document on lines of its own.
#[derive(Debug, Default)]
pub(super) struct Lines {
    depth: usize,
    /// Whether the innermost list or object that is open holds nothing yet.
    empty: bool,
}

impl Lines {
    fn begin<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.empty = true;
        out.write_all(bracket)
    }

    fn item<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.empty = false;
        if !first {
            out.write_all(b",")?;
        }
        if self.depth <= DEEPEST {
            out.write_all(b"\n")?;
        }
        Ok(())
    }

    fn end<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        if self.depth <= DEEPEST && !self.empty {
            out.write_all(b"\n")?;
        }
        self.depth -= 1;
        self.empty = false;
        out.write_all(bracket)
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use serde::Serialize as _;

    use super::Lines;

    #[test]
    fn each_thing_has_its_line() {
        let value = serde_json::json!([[], [{"a": [1, 2], "b": {}}, {"a": []}], "x"]);
        let mut out = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut out, Lines::default());
        value.serialize(&mut serializer).unwrap();
        let expected = "[\n[],\n[\n{\"a\":[1,2],\"b\":{}},\n{\"a\":[]}\n],\n\"x\"\n]";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
