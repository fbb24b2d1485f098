//! What is said of translations that are missing, older than their originals, or that say something else.

use super::Original;
use crate::config::Config;
use crate::finding::{Certainty, Finding, Fix, Kind, kind};
use crate::model::{Document, EntryId, Section, Spot, TermEntry};
use crate::text::{Phrase, Place, SourceId, Span, Word};

const NOT_TRANSLATED: Phrase = Phrase {
    en: "{title} is not translated: there is no {file}",
    de: "{title} ist nicht übersetzt: Es gibt kein {file}",
    fr: "{title} n’est pas traduit : il n’y a pas de {file}",
    it: "{title} non è tradotto: manca {file}",
};

const LACKS_SECTION: Phrase = Phrase {
    en: "the translation of {title} lacks the section {section}",
    de: "der Übersetzung von {title} fehlt der Abschnitt {section}",
    fr: "la traduction de {title} n’a pas la section {section}",
    it: "alla traduzione di {title} manca la sezione {section}",
};

const LACKS_LEAD: Phrase = Phrase {
    en: "the translation of {title} lacks the words before the first section",
    de: "der Übersetzung von {title} fehlt der Text vor dem ersten Abschnitt",
    fr: "la traduction de {title} n’a pas le texte qui précède la première section",
    it: "alla traduzione di {title} manca il testo prima della prima sezione",
};

const LACKS_RELATION: Phrase = Phrase {
    en: "the translation of {title} lacks the relation {relation}",
    de: "der Übersetzung von {title} fehlt die Beziehung {relation}",
    fr: "la traduction de {title} n’a pas la relation {relation}",
    it: "alla traduzione di {title} manca la relazione {relation}",
};

const LACKS_TERM: Phrase = Phrase {
    en: "the translation of the glossary lacks the term {term}",
    de: "der Übersetzung des Glossars fehlt der Begriff {term}",
    fr: "la traduction du glossaire n’a pas le terme {term}",
    it: "alla traduzione del glossario manca il termine {term}",
};

const OUTDATED: Phrase = Phrase {
    en: "{title} has changed since it was translated",
    de: "{title} hat sich seit der Übersetzung geändert",
    fr: "{title} a changé depuis sa traduction",
    it: "{title} è cambiato dopo la traduzione",
};

const UNMARKED: Phrase = Phrase {
    en: "nobody can tell whether the translation of {title} is older than its original",
    de: "niemand kann sagen, ob die Übersetzung von {title} älter ist als das Original",
    fr: "personne ne peut dire si la traduction de {title} est plus ancienne que l’original",
    it: "nessuno può dire se la traduzione di {title} è più vecchia dell’originale",
};

const NO_SECTION: Phrase = Phrase {
    en: "{title} has no section in its original that {section} would translate",
    de: "{title} hat im Original keinen Abschnitt, den {section} übersetzen würde",
    fr: "{title} n’a dans l’original aucune section que {section} traduirait",
    it: "{title} non ha nell’originale una sezione di cui {section} sia la traduzione",
};

const NO_RELATION: Phrase = Phrase {
    en: "{title} has no relation in its original that {relation} would translate",
    de: "{title} hat im Original keine Beziehung, die {relation} übersetzen würde",
    fr: "{title} n’a dans l’original aucune relation que {relation} traduirait",
    it: "{title} non ha nell’originale una relazione di cui {relation} sia la traduzione",
};

const NO_ORIGINAL: Phrase = Phrase {
    en: "there is no {file} that this would be a translation of",
    de: "es gibt kein {file}, das dies übersetzen würde",
    fr: "il n’y a pas de {file} dont ceci serait la traduction",
    it: "manca {file} di cui questa sarebbe la traduzione",
};

const TAKEN_TITLE: Phrase = Phrase {
    en: "{title} is the name of something else in the original",
    de: "{title} ist im Original der Name von etwas anderem",
    fr: "{title} est dans l’original le nom d’autre chose",
    it: "{title} è nell’originale il nome di qualcos’altro",
};

const OTHER_KIND: Phrase = Phrase {
    en: "the translation of {title} is read as something else than its original",
    de: "die Übersetzung von {title} wird als etwas anderes gelesen als ihr Original",
    fr: "la traduction de {title} est lue comme autre chose que son original",
    it: "la traduzione di {title} è letta come qualcosa di diverso dall’originale",
};

const UNDECLARED: Phrase = Phrase {
    en: "this looks like a translation of {file}, and the handbook is not said to be in {language}",
    de: "das sieht aus wie eine Übersetzung von {file}, doch nirgends steht, dass es das Handbuch auch in {language} gibt",
    fr: "ceci semble être une traduction de {file}, mais rien ne dit que le manuel existe en {language}",
    it: "questa sembra una traduzione di {file}, ma da nessuna parte è detto che il manuale sia in {language}",
};

/// Collects what is to be said of the translations in one language.
pub(super) struct Teller<'a> {
    original: Original<'a>,
    translation: &'a Config,
    pub(super) findings: Vec<Finding>,
    /// Whether nothing is to be said: a source that can't be understood has findings enough.
    pub(super) quiet: bool,
}

impl<'a> Teller<'a> {
    pub(super) const fn new(original: Original<'a>, translation: &'a Config) -> Self {
        Self {
            original,
            translation,
            findings: Vec::new(),
            quiet: false,
        }
    }

    fn add(&mut self, finding: Finding) {
        if !self.quiet {
            self.findings.push(finding);
        }
    }

    fn finding(&self, kind: &'static Kind, place: Place, phrase: &Phrase, words: &[(&str, &str)]) -> Finding {
        let quoted = words.iter().map(|(name, word)| match *name {
            "title" => (*name, Word::plain(*word)),
            "file" | "language" => (*name, Word::plain(format!("`{word}`"))),
            _ => (*name, Word::Quoted((*word).to_owned())),
        });
        let quoted: Vec<(&str, Word)> = quoted.collect();
        Finding::said(kind, place, self.original.config.language.say(phrase, &quoted))
    }

    /// The file in which `document` would be translated.
    fn file(&self, document: &Document) -> String {
        let stem = document.path.as_str();
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        format!("{stem}.{}.md", self.translation.language.tag)
    }

    /// `document` is not translated.
    pub(super) fn missing(&mut self, document: &Document) {
        let file = self.file(document);
        let name = file.rsplit_once('/').map_or(file.as_str(), |(_, name)| name);
        let place = Place::new(document.source, document.title_span);
        let words = [("title", document.title.as_str()), ("file", name)];
        let finding = self
            .finding(&kind::MISSING_TRANSLATION, place, &NOT_TRANSLATED, &words)
            .label("shown in this language only")
            .help(format!("copy the file to `{file}`, and write there in the other language what stands in it"))
            .help("names in `[[...]]` may stay as they are; what is said between the `+++` lines of the original need not be repeated")
            .about(name);
        self.add(finding);
    }

    /// The words before the first section are missing.
    pub(super) fn missing_lead(&mut self, translation: &Document) {
        let place = Place::new(translation.source, translation.title_span);
        let words = [("title", translation.title.as_str())];
        let finding = self.finding(&kind::MISSING_TRANSLATION, place, &LACKS_LEAD, &words);
        self.add(shown_in_original(finding.about("lead")));
    }

    /// A section is missing.
    pub(super) fn missing_section(&mut self, translation: &Document, section: &Section) {
        let place = Place::new(translation.source, translation.title_span);
        let words = [
            ("title", translation.title.as_str()),
            ("section", &section.title_text),
        ];
        let finding = self.finding(&kind::MISSING_TRANSLATION, place, &LACKS_SECTION, &words);
        let finding = shown_in_original(finding.about(&section.title_text));
        let rule = section
            .rule
            .as_deref()
            .and_then(|rule| self.translation.schema.section(rule));
        self.add(match rule {
            Some(rule) => finding.help(format!(
                "add `## {}`, and below it what the original says there",
                rule.title
            )),
            None => finding,
        });
    }

    /// A relation is missing from that section of the translation.
    pub(super) fn missing_relation(
        &mut self,
        (original, entry): (&Document, EntryId),
        translation: &Document,
        section: usize,
    ) {
        let written = self.words_of(original, entry);
        let place = Place::new(translation.source, translation.sections[section].span);
        let words = [("title", translation.title.as_str()), ("relation", &written)];
        let finding = self
            .finding(&kind::MISSING_TRANSLATION, place, &LACKS_RELATION, &words)
            .related(
                Place::new(original.source, original.entry(entry).span),
                "the original has it here",
            )
            .about(&written);
        self.add(shown_in_original(finding));
    }

    /// A term is missing.
    pub(super) fn missing_term(&mut self, translation: SourceId, term: &TermEntry) {
        let name = term.names.first().map_or("", String::as_str);
        let finding = self.finding(
            &kind::MISSING_TRANSLATION,
            Place::top(translation),
            &LACKS_TERM,
            &[("term", name)],
        );
        self.add(shown_in_original(finding.about(name)).help(format!(
            "where the term is there by another name, name both: `Name ({name})`"
        )));
    }

    /// The original has changed; its state is now what `mark` stands for.
    pub(super) fn outdated(
        &mut self,
        original: &Document,
        translation: &Document,
        written: &Spot<String>,
        mark: &str,
    ) {
        let place = Place::new(translation.source, written.span);
        let words = [("title", translation.title.as_str())];
        let title = format!("write `original = \"{mark}\"`");
        let finding = self
            .finding(&kind::OUTDATED_TRANSLATION, place, &OUTDATED, &words)
            .label("the state that was translated")
            .related(Place::top(original.source), format!("its state is `{mark}` now"))
            .help("translate what changed, then put the new state here")
            .fix(Fix::new(title, place, mark, Certainty::Likely))
            .about(translation.id.as_str());
        self.add(finding);
    }

    /// The translation does not say which state of its original it translates.
    pub(super) fn unmarked(&mut self, original: &Document, translation: &Document, mark: &str) {
        let text = &self.original.snapshot.source(translation.source).text;
        let line = format!("original = \"{mark}\"");
        let begin = text.len() - text.trim_start_matches(['\u{feff}', '\r', '\n']).len();
        let opening = text
            .get(begin..)
            .and_then(|text| text.strip_prefix("+++"))
            .and_then(|rest| rest.find('\n'));
        let (at, put) = match opening {
            Some(end) => (begin + "+++".len() + end + 1, format!("{line}\n")),
            None => (begin, format!("+++\n{line}\n+++\n\n")),
        };
        let place = Place::new(translation.source, Span::new(at, at));
        let words = [("title", translation.title.as_str())];
        let top = Place::new(translation.source, translation.title_span);
        let finding = self
            .finding(&kind::OUTDATED_TRANSLATION, top, &UNMARKED, &words)
            .related(Place::top(original.source), format!("its state is `{mark}` now"))
            .help(format!(
                "once it says what the original says now, write `{line}` between its `+++` lines"
            ))
            .fix(Fix::new(format!("write `{line}`"), place, put, Certainty::Likely))
            .about(translation.id.as_str());
        self.add(finding);
    }

    /// The original has no such section; `missing` is one that it has and the translation lacks.
    pub(super) fn stray_section(
        &mut self,
        translation: &Document,
        section: &Section,
        missing: Option<&Section>,
    ) {
        let place = Place::new(translation.source, section.span);
        let words = [
            ("title", translation.title.as_str()),
            ("section", &section.title_text),
        ];
        let finding = self
            .finding(&kind::STRAY_TRANSLATION, place, &NO_SECTION, &words)
            .label("shown in this language only")
            .about(&section.title_text);
        // What the schema knows is known by its titles.
        let rule = missing.and_then(|missing| missing.rule.as_deref());
        let title = rule
            .and_then(|rule| self.translation.schema.section(rule))
            .map(|rule| &rule.title);
        self.add(match (missing, title) {
            (Some(missing), Some(title)) => finding.help(format!(
                "if it translates `{}`, write `## {title}`; otherwise write it in the original too",
                missing.title_text
            )),
            _ => finding.help("write it in the original too, or take it out here"),
        });
    }

    /// The original has no such relation.
    pub(super) fn stray_relation(&mut self, translation: &Document, entry: EntryId) {
        let written = self.words_of(translation, entry);
        let place = Place::new(translation.source, translation.entry(entry).span);
        let words = [("title", translation.title.as_str()), ("relation", &written)];
        let finding = self
            .finding(&kind::STRAY_TRANSLATION, place, &NO_RELATION, &words)
            .label("left out of the handbook")
            .help("relations hold in every language: write it in the original, or take it out here")
            .about(&written);
        self.add(finding);
    }

    /// There is nothing that it would translate.
    pub(super) fn without_original(&mut self, translation: &Document) {
        let path = translation.path.as_str();
        let finding = self
            .finding(
                &kind::STRAY_TRANSLATION,
                Place::top(translation.source),
                &NO_ORIGINAL,
                &[("file", path)],
            )
            .label("left out of the handbook")
            .help(format!("write the original in `{path}`, or remove this file"))
            .about(path);
        self.add(finding);
    }

    /// It lies beside `original` as a translation would, in a language that the handbook is not said to be in.
    pub(super) fn undeclared(&mut self, document: &Document, original: &Document, language: &str) {
        let name = original.path.file_name();
        let words = [("file", name), ("language", language)];
        let finding = self
            .finding(&kind::STRAY_TRANSLATION, Place::top(document.source), &UNDECLARED, &words)
            .label("shown as a page of its own")
            .help(format!(
                "write `[translations.{language}]` in `book.toml`, and below it the handbook's title in that language; \
                 or give the file a name without a dot"
            ))
            .about(document.path.as_str());
        self.add(finding);
    }

    /// What it is called is, in the original, the name of another.
    pub(super) fn taken_title(&mut self, translation: &Document) {
        let place = Place::new(translation.source, translation.title_span);
        let words = [("title", translation.title.as_str())];
        let finding = self
            .finding(&kind::STRAY_TRANSLATION, place, &TAKEN_TITLE, &words)
            .label("the original's title is shown in its place")
            .help("names mean the same in every language: choose another title")
            .about(&translation.title);
        self.add(finding);
    }

    /// It is read as a document of another kind.
    pub(super) fn other_kind(&mut self, original: &Document, translation: &Document) {
        let place = Place::top(translation.source);
        let words = [("title", original.title.as_str())];
        let finding = self
            .finding(&kind::STRAY_TRANSLATION, place, &OTHER_KIND, &words)
            .related(
                Place::top(original.source),
                "the original says in its front matter what it is",
            )
            .help("write the same `kind` in both")
            .about("kind");
        self.add(finding);
    }

    /// The first words of an entry, as they stand in its source.
    fn words_of(&self, document: &Document, entry: EntryId) -> String {
        const MOST: usize = 60;
        let text = document
            .entry(entry)
            .span
            .of(&self.original.snapshot.source(document.source).text);
        let line = text.lines().next().unwrap_or_default();
        let line = line.trim_start_matches(['#', '-', '*', '+', ' ']).trim();
        match line.char_indices().nth(MOST) {
            Some((end, _)) => format!("{}...", line[..end].trim_end()),
            None => line.to_owned(),
        }
    }
}

fn shown_in_original(finding: Finding) -> Finding {
    finding.label("shown in the original's words")
}
