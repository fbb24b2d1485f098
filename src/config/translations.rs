//! `[translations]`: the further languages that the handbook is in.

use super::autonym::autonym;
use super::{Config, Language, Offered, Schema, Table, address, section};

/// Reads `translations`, whose keys are language tags. What `config` says otherwise holds in all languages.
///
/// `book` and `schema`: the whole of `book.toml`, whose sections are laid over the schema in each language.
pub(super) fn read(translations: &Table, (book, schema): (&Table, &str), config: &mut Config) {
    let mut translated: Vec<Config> = Vec::new();
    for (tag, value) in translations.entries() {
        let Some(language) = address::language_of(value, &tag.value) else {
            continue;
        };
        let is_taken = |known: &Config| known.language.tag.eq_ignore_ascii_case(&language.tag);
        if is_taken(config) || translated.iter().any(is_taken) {
            let message = format!("the handbook is in `{}` already", tag.value);
            let finding = translations.finding_at(tag.span, message);
            translations.report(
                finding.help("name each language once; the one of `[book] language` is the original's"),
            );
            continue;
        }
        let wants = "a table such as `[translations.de]`, with a `title` below it";
        let said = value.table(wants, |table| {
            (table.string("title"), table.string("description"))
        });
        let Some(said) = said else {
            continue;
        };
        translated.push(in_language(config, language, said, (book, schema)));
    }
    if translated.is_empty() {
        return;
    }
    let all = std::iter::once(&*config).chain(&translated);
    let offered = all.map(|config| Offered {
        tag: config.language.tag.clone(),
        name: autonym(&config.language.tag).to_owned(),
        folder: config.folder.clone(),
    });
    config.languages = offered.collect();
    for translation in &mut translated {
        translation.languages.clone_from(&config.languages);
    }
    config.language.others = translated.iter().map(|config| config.language.clone()).collect();
    config.translations = translated;
}

/// The same configuration in another language.
fn in_language(
    config: &Config,
    language: Language,
    (title, description): (Option<String>, Option<String>),
    (book, schema): (&Table, &str),
) -> Config {
    let folder = format!("{}/", language.tag.to_lowercase());
    let built_in = Schema::built_in(schema, &language).unwrap_or_default();
    Config {
        title: title.unwrap_or_else(|| config.title.clone()),
        description: description.or_else(|| config.description.clone()),
        base_url: config.base_url.as_ref().map(|base| format!("{base}{folder}")),
        // What is wrong with the sections is found already.
        schema: book.quietly(|| section::changed(built_in, book)),
        folder,
        language,
        ..config.clone()
    }
}
