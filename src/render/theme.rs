//! The theme: the default one, with the handbook's own files laid over it.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::artifact::RenderError;
use super::built_in::{self, File};
use crate::config::Config;
use crate::site::{Words, address};
use crate::text::{SitePath, Snapshot, ThemeFile, nearest};

/// The folders in which a handbook's theme may have files that replace none.
const FOLDERS: [&str; 5] = ["templates/", "css/", "js/", "words/", "static/"];

/// The theme of one handbook.
pub(crate) struct Theme {
    /// The templates, by name.
    pub(crate) templates: BTreeMap<String, String>,
    /// The words.
    pub(crate) words: Arc<Words>,
    /// The style sheets' addresses, in their order.
    pub(crate) styles: Vec<SitePath>,
    /// The addresses of the scripts that run before anything is shown.
    pub(crate) first_scripts: Vec<SitePath>,
    /// The addresses of the scripts of the search, in their order.
    pub(crate) search_scripts: Vec<SitePath>,
    /// The other scripts' addresses, in their order.
    pub(crate) scripts: Vec<SitePath>,
    /// The addresses of those of large drawings.
    pub(crate) graph_scripts: Vec<SitePath>,
    /// The address of a sign for the handbook.
    pub(crate) icon: SitePath,
    /// What is at those addresses.
    pub(crate) files: BTreeMap<SitePath, Vec<u8>>,
}

impl Theme {
    /// Lays the files of the handbook's theme over the default ones.
    pub(crate) fn of(snapshot: &Snapshot, config: &Config) -> Result<Self, RenderError> {
        let own = own_files(snapshot)?;
        if let Some(error) = idle_template(&own) {
            return Err(error);
        }
        let mut files = BTreeMap::new();
        let icon = add(&mut files, "icon", "svg", icon(config));
        let mut theme = Self {
            templates: layered(built_in::TEMPLATES, "templates/", &own)
                .into_iter()
                .collect(),
            words: Arc::new(words(config, &own)?),
            styles: Vec::new(),
            first_scripts: Vec::new(),
            search_scripts: Vec::new(),
            graph_scripts: Vec::new(),
            scripts: Vec::new(),
            icon,
            files,
        };
        let mut style = String::new();
        for (_, sheet) in layered(built_in::STYLES, "css/", &own) {
            style.push_str(&sheet);
            if !style.ends_with('\n') {
                style.push('\n');
            }
        }
        if let Some(accent) = &config.accent {
            style.push_str("@layer accent { :root { --rb-accent: ");
            style.push_str(accent);
            style.push_str("; } }\n");
        }
        let path = add(&mut theme.files, "style", "css", style);
        theme.styles.push(path);
        let is_among = |files: &[File], name: &str| files.iter().any(|(known, _)| *known == name);
        let all = [
            built_in::FIRST_SCRIPTS,
            built_in::SEARCH_SCRIPTS,
            built_in::GRAPH_SCRIPTS,
            built_in::SCRIPTS,
        ];
        for (name, script) in layered(&all.concat(), "js/", &own) {
            let path = theme.add_script(&name, script);
            let list = if is_among(built_in::FIRST_SCRIPTS, &name) {
                &mut theme.first_scripts
            } else if is_among(built_in::SEARCH_SCRIPTS, &name) {
                &mut theme.search_scripts
            } else if is_among(built_in::GRAPH_SCRIPTS, &name) {
                &mut theme.graph_scripts
            } else {
                &mut theme.scripts
            };
            list.push(path);
        }
        Ok(theme)
    }

    fn add_script(&mut self, name: &str, script: String) -> SitePath {
        let stem = name.trim_start_matches("js/").trim_end_matches(".js");
        add(&mut self.files, &stem.replace('/', "-"), "js", script)
    }
}

/// Adds a file whose name tells what it holds, so that it may be cached for ever.
fn add(files: &mut BTreeMap<SitePath, Vec<u8>>, stem: &str, extension: &str, text: String) -> SitePath {
    let digest = Sha256::digest(&text);
    let hash = u64::from_be_bytes(std::array::from_fn(|at| digest[at])) >> 24;
    let folder = address::THEME_FOLDER;
    let path = address::site(&format!("{folder}{stem}.{hash:010x}.{extension}"));
    files.insert(path.clone(), text.into_bytes());
    path
}

/// A sign for a handbook that has no logo: the first letter of its title on the accent.
fn icon(config: &Config) -> String {
    let accent = config.accent();
    let letter = config.title.chars().find(|c| c.is_alphanumeric()).unwrap_or('R');
    let letter: String = letter.to_uppercase().collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"7\" \
         fill=\"{accent}\"/><text x=\"16\" y=\"23\" text-anchor=\"middle\" font-family=\"system-ui, sans-serif\" \
         font-size=\"20\" font-weight=\"700\" fill=\"#fff\">{letter}</text></svg>\n"
    )
}

/// The texts of the handbook's theme, by name; what is below `static/` is left out.
fn own_files(snapshot: &Snapshot) -> Result<BTreeMap<&str, &str>, RenderError> {
    let mut own = BTreeMap::new();
    for file in &snapshot.theme {
        if file.name.starts_with("static/") || file.name == "README.md" {
            continue;
        }
        if !FOLDERS.iter().any(|folder| file.name.starts_with(folder)) {
            return Err(stray(file));
        }
        let text = std::str::from_utf8(&file.bytes)
            .map_err(|_| RenderError(format!("the theme's `{}` is not text in UTF-8", file.name)))?;
        own.insert(file.name.as_str(), text);
    }
    Ok(own)
}

/// A file that would do nothing, as where its folder is misspelt.
fn stray(file: &ThemeFile) -> RenderError {
    let near = nearest(&file.name, built_in::names());
    let help = near.first().map_or_else(
        || String::from("put it below `static/` if it is to be published as it is"),
        |name| format!("did you mean `{name}`?"),
    );
    RenderError(format!(
        "the theme's `{}` replaces no file of the default theme; {help}",
        file.name
    ))
}

/// A template that would do nothing, as where its name is misspelt: it replaces none, no other names it, and
/// it defines nothing that others use without naming it.
fn idle_template(own: &BTreeMap<&str, &str>) -> Option<RenderError> {
    let is_built_in = |name: &str| built_in::TEMPLATES.iter().any(|(known, _)| *known == name);
    own.iter().find_map(|(name, text)| {
        let is_idle = name.starts_with("templates/")
            && !is_built_in(name)
            && !text.contains("component")
            && !own.values().any(|other| other.contains(name));
        let near = nearest(name, built_in::names()).into_iter().next().filter(|_| is_idle)?;
        Some(RenderError(format!(
            "the theme's `{name}` replaces no file of the default theme, and no template includes it; did you mean `{near}`?"
        )))
    })
}

/// The default files of a folder in their order, each replaced by the handbook's own of that name; the
/// handbook's further ones follow, by name.
fn layered(built_in: &[File], folder: &str, own: &BTreeMap<&str, &str>) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = built_in
        .iter()
        .map(|(name, text)| {
            let text = own.get(name).unwrap_or(text);
            ((*name).to_owned(), (*text).to_owned())
        })
        .collect();
    for (name, text) in own {
        if name.starts_with(folder) && !built_in.iter().any(|(known, _)| known == name) {
            files.push(((*name).to_owned(), (*text).to_owned()));
        }
    }
    files
}

/// The words, with those of the handbook's theme for its language laid over them.
fn words(config: &Config, own: &BTreeMap<&str, &str>) -> Result<Words, RenderError> {
    let language = &config.language;
    let tag = language.tag.split('-').next().unwrap_or_default();
    let names = [language.tag.as_str(), tag, language.words].map(|name| format!("words/{name}.toml"));
    let file = names.iter().find_map(|name| own.get_key_value(name.as_str()));
    let Some((name, text)) = file else {
        return Words::new(language, None).map_err(RenderError);
    };
    let words = Words::new(language, Some(text))
        .map_err(|fault| RenderError(format!("the theme's `{name}` can't be understood: {fault}")))?;
    match idle_word(&words, &Words::new(language, None).map_err(RenderError)?, own) {
        Some((word, near)) => Err(RenderError(format!(
            "the theme's `{name}` has a word `{word}`, which no template asks for; did you mean `{near}`?"
        ))),
        None => Ok(words),
    }
}

/// A word that would do nothing, as where its key is misspelt, with the key that is near to it.
fn idle_word<'w>(
    words: &'w Words,
    known: &'w Words,
    own: &BTreeMap<&str, &str>,
) -> Option<(&'w str, &'w str)> {
    let is_asked_for = |key: &str| {
        let key = key.trim_end_matches(".one").trim_end_matches(".other");
        let mut templates = own.iter().filter(|(name, _)| name.starts_with("templates/"));
        templates.any(|(_, text)| text.contains(key))
    };
    words.keys().find_map(|key| {
        let is_idle = !known.has(key) && !is_asked_for(key);
        let near = nearest(key, known.keys().filter(|_| is_idle));
        Some((key, *near.first()?))
    })
}
