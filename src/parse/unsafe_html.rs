//! HTML that is taken out because it could do harm, or can't work: what is said of it.

use crate::config::Language;
use crate::finding::{Finding, kind};
use crate::text::{Phrase, Place, SourceId, Span, Word};

/// Something of an author's HTML that is taken out, and is missed or meant no good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Removed {
    /// An element as it is written, or an attribute's name.
    name: String,
    is_element: bool,
    help: &'static str,
    /// The bytes of the tag, or of the attribute's name.
    span: Span,
}

const SCRIPT: &str = "pages run no scripts of their authors: say it in words, or link to where it works";
const STYLE: &str = "how pages look is the theme's: leave it out, and use what Markdown has";
const EMBEDDED: &str = "link to it instead: `[what it is](https://...)`";
const FORM: &str = "pages send nothing: link to the form instead, or say whom to ask";
const PICTURE: &str = "save it as a file and show that: `![what it shows](picture.svg)`";
const NOTHING: &str = "leave it out: it does nothing here";

/// Elements whose absence is to be told. Those that only give parts of a page other names, such as `main`, are
/// not among them: their text stays as it is.
const ELEMENTS: &[(&str, &str)] = &[
    ("applet", EMBEDDED),
    ("audio", EMBEDDED),
    ("base", NOTHING),
    ("bgsound", EMBEDDED),
    ("button", FORM),
    ("canvas", SCRIPT),
    ("embed", EMBEDDED),
    ("form", FORM),
    ("frame", EMBEDDED),
    ("iframe", EMBEDDED),
    ("input", FORM),
    ("link", STYLE),
    ("math", PICTURE),
    ("meta", NOTHING),
    ("object", EMBEDDED),
    ("plaintext", NOTHING),
    ("portal", EMBEDDED),
    ("script", SCRIPT),
    ("select", FORM),
    ("style", STYLE),
    ("svg", PICTURE),
    ("template", SCRIPT),
    ("textarea", FORM),
    ("title", NOTHING),
    ("video", EMBEDDED),
    ("xmp", NOTHING),
];

const ELEMENT: Phrase = Phrase {
    en: "the HTML element {name} is taken out of the page",
    de: "das HTML-Element {name} wird von der Seite entfernt",
    fr: "l’élément HTML {name} est retiré de la page",
    it: "l’elemento HTML {name} viene rimosso dalla pagina",
};

const ATTRIBUTE: Phrase = Phrase {
    en: "the HTML attribute {name} is taken out of the page",
    de: "das HTML-Attribut {name} wird von der Seite entfernt",
    fr: "l’attribut HTML {name} est retiré de la page",
    it: "l’attributo HTML {name} viene rimosso dalla pagina",
};

/// What is to be told of the element of that name, whose tag has the bytes `span` and is not kept.
pub(super) fn element(name: &str, span: Span) -> Option<Removed> {
    let (_, help) = ELEMENTS.iter().find(|(known, _)| *known == name)?;
    Some(Removed {
        name: format!("<{name}>"),
        is_element: true,
        help,
        span,
    })
}

/// Those of an element's attributes of which is to be told: their names, what to do, and where they stand in
/// `tag`. Of a link's address nothing is told here: that is looked up as any other.
pub(super) fn attributes<'t>(
    attributes: &'t [(String, String)],
    tag: &'t str,
) -> impl Iterator<Item = (&'t str, &'static str, Span)> {
    /// Nobody writes as many by hand.
    const MOST: usize = 20;
    let told = attributes.iter().filter_map(|(name, _)| {
        let is_event =
            name.len() > 2 && name.starts_with("on") && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        match name.as_str() {
            "style" => Some((name.as_str(), STYLE)),
            _ if is_event => Some((name.as_str(), SCRIPT)),
            _ => None,
        }
    });
    told.take(MOST)
        .map(move |(name, help)| (name, help, name_within(tag, name)))
}

/// What is told of an attribute, whose name stands at `span`.
pub(super) fn attribute(name: &str, help: &'static str, span: Span) -> Removed {
    Removed {
        name: name.to_owned(),
        is_element: false,
        help,
        span,
    }
}

/// Where the attribute of that name stands in `tag`, as far as that is plain to see; else all of the tag.
fn name_within(tag: &str, name: &str) -> Span {
    let lower = tag.to_ascii_lowercase();
    let is_name = |at: &usize| {
        let (before, behind) = (&lower[..*at], &lower[at + name.len()..]);
        before.ends_with(|c: char| c.is_whitespace() || c == '"')
            && behind.trim_start().starts_with(['=', '>', '/'])
    };
    let found = lower.match_indices(name).map(|(at, _)| at).find(is_name);
    found.map_or(Span::new(0, tag.len()), |at| Span::new(at, at + name.len()))
}

impl Removed {
    /// Tells of it.
    pub(super) fn finding(&self, source: SourceId, language: &Language) -> Finding {
        let phrase = if self.is_element { &ELEMENT } else { &ATTRIBUTE };
        let words = [("name", Word::plain(format!("`{}`", self.name)))];
        let place = Place::new(source, self.span);
        let finding = Finding::said(&kind::UNSAFE_HTML, place, language.say(phrase, &words))
            .label("readers don't get this")
            .help(self.help)
            .about(&self.name);
        if self.is_element {
            finding.help("to show the tag itself as text, put it between backticks")
        } else {
            finding
        }
    }
}
