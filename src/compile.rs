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
    let (config, mut findings) = config::read(snapshot);
    let parsed = parse::sources(snapshot, &config);
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
