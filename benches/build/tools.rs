//! The generators that are measured, and how each is told to build.

use std::env;
use std::path::Path;
use std::process::Command;

use super::floor::Floor;
use crate::peers::formats::Format;
use crate::peers::program::{ANTORA, HUGO, MDBOOK, MKDOCS, Program, ROLEBOOK, ZENSICAL, ZOLA};

/// A generator.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    /// None for what is no generator, but what all do at least, by this program itself.
    pub(crate) program: Option<&'static Program>,
    pub(crate) floor: Option<Floor>,
    /// How to build: `{folder}` and `{output}` are put in.
    arguments: &'static str,
    /// What it makes in that time, in a few words.
    pub(crate) makes: &'static str,
    /// A folder beside its sources in which it keeps what may make the next build quicker, and which a fresh one lacks.
    pub(crate) cache: Option<&'static str>,
}

/// The generators, rolebook first.
pub(crate) static TOOLS: [Tool; 9] = [
    Tool {
        name: "rolebook",
        program: Some(&ROLEBOOK),
        floor: None,
        arguments: "--root {folder} build --quiet --output {output}",
        makes: "all it ever makes: pages, both sides of each relation, checks, drawings, matrices, search index, Markdown, \
                data",
        cache: None,
    },
    Tool {
        name: "floor",
        program: None,
        floor: Some(Floor::Pages),
        arguments: "",
        makes: "HTML of the Markdown, a page of the mean size of rolebook's files for each source",
        cache: None,
    },
    Tool {
        name: "same bytes",
        program: None,
        floor: Some(Floor::Files),
        arguments: "",
        makes: "HTML of the Markdown, and filling to as many files as rolebook's, each as large",
        cache: None,
    },
    Tool {
        name: "mdbook",
        program: Some(&MDBOOK),
        floor: None,
        arguments: "build --dest-dir {output} {folder}",
        makes: "pages with its own theme, a page for printing; no search index",
        cache: None,
    },
    Tool {
        name: "hugo",
        program: Some(&HUGO),
        floor: None,
        arguments: "--quiet --source {folder} --destination {output}",
        makes: "pages with a navigation of the team; no search index",
        cache: None,
    },
    Tool {
        name: "zola",
        program: Some(&ZOLA),
        floor: None,
        arguments: "--root {folder} build --force --output-dir {output}",
        makes: "pages with a navigation of the team; no search index",
        cache: None,
    },
    Tool {
        name: "zensical",
        program: Some(&ZENSICAL),
        floor: None,
        arguments: "build",
        makes: "pages with its own theme; no search index",
        cache: Some(".cache"),
    },
    Tool {
        name: "mkdocs",
        program: Some(&MKDOCS),
        floor: None,
        arguments: "build --quiet --site-dir {output}",
        makes: "pages with the theme Material; no search index",
        cache: None,
    },
    Tool {
        name: "antora",
        program: Some(&ANTORA),
        floor: None,
        arguments: "generate --quiet --to-dir {output} playbook.yml",
        makes: "pages without a navigation; no search index",
        cache: Some(".cache"),
    },
];

/// mdBook's search index takes it longer than all else.
const WITHOUT_SEARCH: (&str, &str) = ("MDBOOK_OUTPUT__HTML__SEARCH__ENABLE", "false");

impl Tool {
    /// Whether it is rolebook.
    pub(crate) fn is_own(&self) -> bool {
        self.program.is_some_and(|program| program.format.is_none())
    }

    /// The form of its sources, if that is another than a handbook's.
    pub(crate) fn format(&self) -> Option<Format> {
        match self.program {
            Some(program) => program.format,
            None => Some(Format::MdBook),
        }
    }

    /// Builds what is in `folder` to `output`; a floor makes the files in `list`.
    pub(crate) fn build(&self, folder: &Path, output: &Path, list: &Path) -> Command {
        let mut command = if let Some(program) = self.program {
            let values = [("{folder}", folder), ("{output}", output)];
            program.run(folder, self.arguments, &values)
        } else {
            let mut command = Command::new(env::current_exe().expect("this program"));
            command.arg("--floor").args([folder, output, list]);
            command
        };
        command.env(WITHOUT_SEARCH.0, WITHOUT_SEARCH.1);
        command
    }
}
