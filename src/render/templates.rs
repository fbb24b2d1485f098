//! The templates, ready to be rendered.

use std::error::Error as _;
use std::sync::Arc;

use tera::{Context, Kwargs, State, Tera, Value};

use super::artifact::RenderError;
use super::inline_words::inline_words;
use super::theme::Theme;
use crate::site::Words;
use crate::site::view::Book;
use crate::text::nearest;

/// The templates of one handbook.
pub(crate) struct Templates {
    tera: Tera,
}

impl Templates {
    /// Reads the theme's templates; `book` is what each of them sees under that name.
    pub(crate) fn of(theme: &Theme, book: &Book) -> Result<Self, RenderError> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html", ".xml", ".svg"]);
        let words = Arc::clone(&theme.words);
        tera.register_function("word", move |kwargs: Kwargs, _: &State| word(&words, &kwargs));
        let words = Arc::clone(&theme.words);
        tera.register_function("date", move |kwargs: Kwargs, _: &State| {
            let written: &str = kwargs.must_get("value")?;
            Ok::<_, tera::Error>(words.date(written))
        });
        tera.global_context().insert_value("book", value(book)?);
        let templates = theme.templates.iter();
        let templates = templates.map(|(name, text)| (name, inline_words(text, &theme.words)));
        tera.add_raw_templates(templates.collect::<Vec<_>>())
            .map_err(|error| fault(&error))?;
        Ok(Self { tera })
    }

    /// Renders the template of a page kind.
    pub(crate) fn render(&self, kind: &str, context: &Context) -> Result<Vec<u8>, RenderError> {
        let mut out = Vec::with_capacity(64 * 1024);
        self.tera
            .render_to(&format!("templates/{kind}.html"), context, &mut out)
            .map_err(|error| fault(&error))?;
        Ok(out)
    }
}

/// A view as templates see it.
pub(crate) fn value(view: &impl serde::Serialize) -> Result<Value, RenderError> {
    Value::try_from_serializable(view).map_err(|error| fault(&error))
}

/// A template's fault, in the engine's words: what is wrong, in which file and line.
fn fault(error: &tera::Error) -> RenderError {
    let message = error.to_string();
    // Whoever prints it says that it is an error.
    let mut message = message.strip_prefix("error: ").unwrap_or(&message).to_owned();
    let mut source = error.source();
    while let Some(cause) = source {
        message.push('\n');
        message.push_str(&cause.to_string());
        source = cause.source();
    }
    RenderError(message)
}

/// `word(key="...", n=3, name="...")`: a word of the theme.
fn word(words: &Words, kwargs: &Kwargs) -> Result<String, tera::Error> {
    let key: &str = kwargs.must_get("key")?;
    let number: Option<i64> = kwargs.get("n")?;
    let values: Vec<(String, String)> = kwargs
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, value)))
        .filter(|(name, _)| !matches!(*name, "key" | "n"))
        .map(|(name, value)| (name.to_owned(), value.to_string()))
        .collect();
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    words.find(key, number, &values).ok_or_else(|| {
        let near = nearest(key, words.keys());
        let help = near
            .first()
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        tera::Error::message(format!("the theme has no word `{key}`{help}"))
    })
}
