//! The pipeline: a snapshot in, an organisation, its findings and the plan of its site out.

use std::sync::Arc;

use crate::check::{self, Asked, Baseline, Evidence, Settings};
use crate::config::{self, Config};
use crate::finding::{Finding, Level, Recorded};
use crate::model::Organisation;
use crate::site::{self, Site};
use crate::text::Snapshot;
use crate::{parse, resolve};

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
    /// What the baseline has and is no more.
    pub gone: Vec<Recorded>,
}

impl Compiled {
    /// Whether nothing stands against publishing it.
    pub fn is_publishable(&self) -> bool {
        let stands = |finding: &Finding| finding.level == Level::Deny && !finding.is_known;
        !self.findings.iter().any(stands)
    }
}

/// Compiles a snapshot. A pure function: the same snapshot and the same questions give the same result.
pub fn compile(snapshot: &Snapshot, asked: &Asked) -> Compiled {
    let (config, mut findings) = config::read(snapshot);
    let (baseline, found) = Baseline::read(snapshot);
    findings.extend(found);
    let parsed = parse::sources(snapshot, &config);
    findings.extend(parsed.findings);
    let (settings, found) = Settings::of(snapshot, &config, &parsed.documents, asked);
    findings.extend(found);
    let documents = parsed.documents.into_iter().map(Arc::new).collect();
    let (whole, found) = resolve::organisation(snapshot, &config, documents, &parsed.people);
    findings.extend(found);
    let discreet = resolve::discreet(&whole, config.publish);
    let faulty = check::faulty(&findings);
    let evidence = Evidence {
        snapshot,
        faulty: &faulty,
        config: &config,
        organisation: discreet.as_ref().unwrap_or(&whole),
        whole: &whole,
        today: asked.today,
    };
    findings.extend(check::run(&evidence, &settings.levels));
    let organisation = discreet.unwrap_or(whole);
    let (site, found) = site::plan(snapshot, &config, &organisation);
    findings.extend(found);
    let mut findings = settings.apply(findings);
    let gone = if asked.ignores_baseline {
        Vec::new()
    } else {
        baseline.compare(snapshot, &settings.levels, &mut findings)
    };
    Compiled {
        config,
        organisation,
        site,
        findings,
        gone,
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, compile};
    use crate::check::Lints;
    use crate::finding::{Finding, Level};
    use crate::text::cases;

    #[test]
    fn a_level_set_in_a_file_holds_there_and_nowhere_else() {
        let levels = |level: &str| format!("+++\nlints.broken-link = \"{level}\"\n+++\n[[nobody]]");
        let files = [
            ("book.toml", "book.title = \"T\"\nlints.broken-link = \"deny\""),
            ("content/a.md", &levels("warn")),
            ("content/b.md", &levels("allow")),
            ("content/c.md", "[[nobody]]"),
        ];
        let snapshot = cases::snapshot(files);
        let compiled = compile(&snapshot, &Asked::default());
        let path = |finding: &Finding| snapshot.source(finding.place.place.source).path.as_str();
        let found = compiled.findings.iter();
        let found: Vec<(&str, Level)> = found.map(|finding| (path(finding), finding.level)).collect();
        assert_eq!(
            found,
            [("content/a.md", Level::Warn), ("content/c.md", Level::Deny)]
        );
    }

    #[test]
    fn all_warnings_are_set_at_once_in_the_configuration_and_over_it_on_the_command_line() {
        let files = [
            ("book.toml", "book.title = \"T\"\nlints.warnings = \"deny\""),
            ("content/roles/a.md", "+++\nkeepers = []\n+++\n## Purpose\n"),
        ];
        let snapshot = cases::snapshot(files);
        let levels = |asked: &Asked| -> Vec<Level> {
            let findings = compile(&snapshot, asked).findings;
            findings.iter().map(|finding| finding.level).collect()
        };
        assert_eq!(levels(&Asked::default()), [Level::Deny; 3]);
        let milder = Asked {
            levels: vec![(Lints::Warnings, Level::Warn)],
            ..Asked::default()
        };
        assert_eq!(levels(&milder), [Level::Warn; 3]);
    }
}
