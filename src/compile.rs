//! The pipeline: a snapshot in, an organisation, its findings and the plan of its site out.

use std::sync::Arc;

use crate::config::{self, Config};
use crate::finding::{Finding, Level};
use crate::model::Organisation;
use crate::site::{self, Site};
use crate::text::Snapshot;
use crate::{check, parse, resolve};

/// What a snapshot says.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// What `book.toml` says.
    pub config: Config,
    /// The organisation.
    pub organisation: Organisation,
    /// The plan of its site.
    pub site: Site,
    /// All that is wrong, each at its level, by place.
    pub findings: Vec<Finding>,
}

impl Compiled {
    /// Whether nothing stands against publishing it.
    pub fn is_publishable(&self) -> bool {
        self.findings.iter().all(|finding| finding.level < Level::Deny)
    }
}

/// Compiles a snapshot. A pure function: the same snapshot gives the same result.
pub fn compile(snapshot: &Snapshot) -> Compiled {
    let (mut config, mut findings) = config::read(snapshot);
    let parsed = parse::sources(snapshot, &config);
    for document in &parsed.documents {
        for (kind, level) in &document.front.lints {
            config.levels.set_within(document.source, kind, *level);
        }
    }
    findings.extend(parsed.findings);
    let documents = parsed.documents.into_iter().map(Arc::new).collect();
    let (organisation, found) = resolve::organisation(snapshot, &config, documents, &parsed.people);
    findings.extend(found);
    findings.extend(check::run(&organisation));
    let (site, found) = site::plan(snapshot, &config, &organisation);
    findings.extend(found);
    let findings = config.levels.apply(findings);
    Compiled {
        config,
        organisation,
        site,
        findings,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "the paths are fixed")]
mod tests {
    use super::compile;
    use crate::finding::Level;
    use crate::text::{Snapshot, Source, SourceId, SourcePath};

    #[test]
    fn a_level_set_in_a_file_holds_there_and_nowhere_else() {
        let broken = "[[nobody]]";
        let files = [
            (
                "book.toml",
                "book.title = \"T\"\nlints.broken-link = \"deny\"".to_owned(),
            ),
            (
                "content/a.md",
                format!("+++\nlints.broken-link = \"warn\"\n+++\n{broken}"),
            ),
            (
                "content/b.md",
                format!("+++\nlints.broken-link = \"allow\"\n+++\n{broken}"),
            ),
            ("content/c.md", broken.to_owned()),
        ];
        let sources = files.into_iter().map(|(path, text)| Source {
            path: SourcePath::new(path).unwrap(),
            text: text.into(),
            fault: None,
        });
        let snapshot = Snapshot {
            config: Some(SourceId(0)),
            sources: sources.collect(),
            ..Snapshot::default()
        };
        let compiled = compile(&snapshot);
        let found = compiled.findings.iter();
        let found: Vec<(&str, Level)> = found
            .map(|finding| {
                (
                    snapshot.source(finding.place.place.source).path.as_str(),
                    finding.level,
                )
            })
            .collect();
        assert_eq!(
            found,
            [("content/a.md", Level::Warn), ("content/c.md", Level::Deny)]
        );
    }
}
