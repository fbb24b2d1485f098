//! The pipeline: a snapshot in, an organisation, its findings and the plan of its site out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{self, Asked, Baseline, Evidence, Scope, Settings, Traces};
use crate::config::{self, Config};
use crate::finding::{Finding, Findings, Level, Recorded};
use crate::history;
use crate::internal::{self, Internal};
use crate::model::{Document, DocumentId, Organisation};
use crate::parse::{self, Parsed};
use crate::resolve;
use crate::site::{self, Made, Site};
use crate::stage::{Stage, Unwatched, Watch};
use crate::text::{Snapshot, SourceId};
use crate::translate::{self, Original, Progress};

/// What a snapshot says. A copy shares most of what it holds.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// What `book.toml` says.
    pub config: Arc<Config>,
    /// The organisation.
    pub organisation: Organisation,
    /// The plan of its site.
    pub site: Arc<Site>,
    /// The same in further languages, in the order of `config.translations`.
    pub translations: Vec<Translation>,
    /// How far each document is translated, by translation.
    pub(crate) progress: Arc<Vec<Vec<Progress>>>,
    /// All that is wrong, each at its level, by place.
    pub findings: Findings,
    /// What the baseline has and is no more.
    pub gone: Vec<Recorded>,
    /// What a profile leaves out, where it is for one and that is still to be done.
    internal: Option<Arc<Internal>>,
    /// What was made on the way.
    pub(crate) stages: Stages,
}

/// The organisation in one of the handbook's further languages.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The organisation.
    pub organisation: Organisation,
    /// The plan of its part of the site; addresses begin below the language's folder.
    pub site: Arc<Site>,
}

/// What was made on the way from a snapshot to what it says, for the next time.
#[derive(Clone, Debug)]
pub(crate) struct Stages {
    pub(crate) asked: Asked,
    pub(crate) parsed: Parsed,
    /// The organisation with what may not be published of people, where that is taken out.
    pub(crate) whole: Option<Organisation>,
    pub(crate) settings: Settings,
    pub(crate) baseline: Baseline,
    /// What was found by all stages but parsing and checking.
    pub(crate) found: BTreeMap<SourceId, Vec<Finding>>,
    /// The sources that can't be understood.
    pub(crate) faulty: BTreeSet<SourceId>,
    /// What is found where, as far as settings of single sources ask for it.
    pub(crate) traces: Traces,
}

impl Compiled {
    /// Whether nothing stands against publishing it.
    pub fn is_publishable(&self) -> bool {
        let stands = |finding: &Finding| finding.level == Level::Deny && !finding.is_known;
        !self.findings.iter().any(stands)
    }

    /// Whether `other` was compiled from this one, and differs in words only.
    pub(crate) fn is_reworded(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.config, &other.config)
            && Arc::ptr_eq(&self.site, &other.site)
            && Arc::ptr_eq(&self.organisation.parties, &other.organisation.parties)
    }

    /// What the handbook in one of its languages is made from: 0 is the original's, the translations' follow.
    pub(crate) fn made<'a>(&'a self, snapshot: &'a Snapshot, language: usize) -> Made<'a> {
        let translation = language.checked_sub(1);
        let translated =
            translation.and_then(|at| self.translations.get(at).zip(self.config.translations.get(at)));
        let (config, organisation, site) = match translated {
            Some((translation, config)) => (config, &translation.organisation, &translation.site),
            None => (&*self.config, &self.organisation, &self.site),
        };
        Made {
            snapshot,
            config,
            organisation,
            original: &self.organisation,
            site,
            findings: &self.findings,
            progress: &self.progress,
        }
    }

    /// The sources without what the profile leaves out that the snapshot is for; none where that is nothing, or is left
    /// out already.
    pub fn reduced(&self, snapshot: &Snapshot) -> Option<Snapshot> {
        let internal = self.internal.as_ref()?;
        Some(internal.reduced(snapshot))
    }

    /// The organisation with all that is known of people.
    pub(crate) fn whole(&self) -> &Organisation {
        self.stages.whole.as_ref().unwrap_or(&self.organisation)
    }
}

/// Compiles a snapshot. A pure function: the same snapshot and the same questions give the same result.
pub fn compile(snapshot: &Snapshot, asked: &Asked) -> Compiled {
    compile_watched(snapshot, asked, &Unwatched)
}

/// The same, and `watch` is told how far it is.
pub fn compile_watched(snapshot: &Snapshot, asked: &Asked, watch: &dyn Watch) -> Compiled {
    let compiled = unchecked(snapshot, asked, watch);
    watch.begins(Stage::Check);
    checked(compiled, snapshot)
}

/// The same before anything is checked: nothing is found yet.
pub(crate) fn unchecked(snapshot: &Snapshot, asked: &Asked, watch: &dyn Watch) -> Compiled {
    let (config, found) = config::read(snapshot);
    configured(snapshot, asked, (Arc::new(config), found), watch)
}

/// The same where the configuration is read already.
pub(crate) fn configured(
    snapshot: &Snapshot,
    asked: &Asked,
    (config, found): (Arc<Config>, Vec<Finding>),
    watch: &dyn Watch,
) -> Compiled {
    watch.begins(Stage::Parse);
    let parsed = parse::sources(snapshot, &config);
    from_parsed(snapshot, asked, (config, found), parsed, watch)
}

/// The same with all that is found.
pub(crate) fn checked(mut compiled: Compiled, snapshot: &Snapshot) -> Compiled {
    let found = judged(&mut compiled, snapshot, None);
    compiled.findings = Findings::of(snapshot, found);
    compiled.gone = gone(&compiled, snapshot);
    compiled
}

/// The same with what is found in `sources`, and nowhere else.
pub(crate) fn checked_in(
    mut compiled: Compiled,
    snapshot: &Snapshot,
    sources: BTreeSet<SourceId>,
) -> Compiled {
    let scope = scope(&compiled, sources);
    let found = judged(&mut compiled, snapshot, Some(&scope));
    compiled.findings = Findings::of(snapshot, found);
    compiled
}

/// The part of the handbook that is written in `sources`.
pub(crate) fn scope(compiled: &Compiled, sources: BTreeSet<SourceId>) -> Scope {
    let organisation = &compiled.organisation;
    let documents = sources
        .iter()
        .filter_map(|id| compiled.stages.parsed.document(*id));
    let parties = documents.filter_map(|document| {
        let id = organisation.party_by_id(&document.id)?;
        let own = organisation.document(organisation.party(id).document);
        (own.source == document.source).then_some(id)
    });
    Scope {
        parties: parties.collect(),
        sources,
    }
}

/// What follows from the parsed sources, before anything is checked.
pub(crate) fn from_parsed(
    snapshot: &Snapshot,
    asked: &Asked,
    (config, mut found): (Arc<Config>, Vec<Finding>),
    parsed: Parsed,
    watch: &dyn Watch,
) -> Compiled {
    watch.begins(Stage::Resolve);
    let (baseline, more) = Baseline::read(snapshot);
    found.extend(more);
    found.extend(history::finding(snapshot, &config.language));
    let documents: Vec<_> = parsed.documents().cloned().collect();
    let written = parsed.all_documents().map(AsRef::as_ref);
    let (settings, more) = Settings::of(snapshot, &config, written, asked);
    found.extend(more);
    let (organisation, more) = resolve::organisation(snapshot, &config, documents, parsed.people());
    found.extend(more);
    watch.begins(Stage::Translate);
    let (translations, progress, more) = translations(snapshot, &config, &organisation, &parsed);
    found.extend(more);
    let (internal, more) = internal(snapshot, &config, &organisation, &parsed).unzip();
    found.extend(more.into_iter().flatten());
    let discreet = resolve::discreet(&organisation, config.publish);
    let (organisation, whole) = match discreet {
        Some(discreet) => (discreet, Some(organisation)),
        None => (organisation, None),
    };
    watch.begins(Stage::Plan);
    let sites = translations.iter().map(|translation| translation.site.as_ref());
    let (site, more) = site::plan(snapshot, &config, &organisation, sites);
    found.extend(more);
    let of_sources = parsed.iter().flat_map(|(_, read)| &read.findings);
    let faulty = check::faulty(of_sources.chain(&found));
    Compiled {
        config,
        organisation,
        site: Arc::new(site),
        translations,
        progress: Arc::new(progress),
        findings: Findings::default(),
        gone: Vec::new(),
        internal: internal.map(Arc::new),
        stages: Stages {
            asked: asked.clone(),
            parsed,
            whole,
            settings,
            baseline,
            found: by_source(found),
            faulty,
            traces: Traces::default(),
        },
    }
}

/// What the profile leaves out that a snapshot is for, and what is wrong with that.
fn internal(
    snapshot: &Snapshot,
    config: &Config,
    organisation: &Organisation,
    parsed: &Parsed,
) -> Option<(Internal, Vec<Finding>)> {
    snapshot.profile.as_ref().filter(|profile| !profile.is_reduced)?;
    let translations = (0..config.translations.len()).flat_map(|at| parsed.translations(at));
    let translations: Vec<(DocumentId, &Document)> = translations
        .filter_map(|translation| {
            let documents = &organisation.documents;
            let at = documents
                .binary_search_by(|document| document.path.cmp(&translation.path))
                .ok()?;
            Some((DocumentId::at(at), translation.as_ref()))
        })
        .collect();
    let marked = parsed.people().iter().filter(|person| person.internal);
    Some(Internal::of(internal::Whole {
        snapshot,
        config,
        organisation,
        translations: &translations,
        marked: &marked.map(|person| person.id.clone()).collect(),
    }))
}

/// The organisation in the handbook's further languages, and how far each document is translated.
fn translations(
    snapshot: &Snapshot,
    config: &Config,
    organisation: &Organisation,
    parsed: &Parsed,
) -> (Vec<Translation>, Vec<Vec<Progress>>, Vec<Finding>) {
    let of_sources = parsed.iter().flat_map(|(_, read)| &read.findings);
    let faulty = check::faulty(of_sources);
    let original = Original {
        snapshot,
        config,
        organisation,
        people: parsed.people(),
    };
    let languages = config.translations.par_iter().enumerate();
    let translated = languages.map(|(at, config)| {
        let is_sound = |source| !faulty.contains(&source);
        let (translated, found) = translate::translated(original, config, parsed.translations(at), is_sound);
        let whole = translated.organisation;
        let organisation = resolve::discreet(&whole, config.publish).unwrap_or(whole);
        // What lies at one address does so in the original too.
        let (site, _) = site::plan(snapshot, config, &organisation, std::iter::empty());
        let translation = Translation {
            organisation,
            site: Arc::new(site),
        };
        ((translation, translated.progress), found)
    });
    let (translated, found): (Vec<_>, Vec<_>) = translated.unzip();
    let (translations, progress) = translated.into_iter().unzip();
    let found = found.into_iter().flatten().chain(translate::undeclared(original));
    (translations, progress, found.collect())
}

/// All that is found in the sources of `scope` (in all of them where there is none), each at its level, by place.
pub(crate) fn judged(
    compiled: &mut Compiled,
    snapshot: &Snapshot,
    scope: Option<&Scope>,
) -> BTreeMap<SourceId, Vec<Finding>> {
    let evidence = Evidence {
        snapshot,
        faulty: &compiled.stages.faulty,
        config: &compiled.config,
        organisation: &compiled.organisation,
        whole: compiled.whole(),
        today: compiled.stages.asked.today,
        scope,
    };
    let mut lints = by_source(check::run(&evidence, &compiled.stages.settings.levels));
    let Stages {
        asked,
        parsed,
        settings,
        baseline,
        found,
        traces,
        ..
    } = &mut compiled.stages;
    let is_asked = |id: &SourceId| scope.is_none_or(|scope| scope.sources.contains(id));
    let sources = parsed.iter().map(|(id, _)| id).filter(is_asked);
    let mut judged: BTreeMap<SourceId, Vec<Finding>> = sources
        .map(|id| {
            let mut all = found.get(&id).cloned().unwrap_or_default();
            all.extend_from_slice(parsed.findings(id));
            all.append(&mut lints.remove(&id).unwrap_or_default());
            (id, all)
        })
        .collect();
    if settings.sources().next().is_some() {
        for (id, found) in &judged {
            traces.put(*id, found);
        }
        for idle in check::idle_settings(settings, (snapshot, &compiled.config.language), traces) {
            judged.entry(idle.place.place.source).or_default().push(idle);
        }
    }
    judged.par_iter_mut().for_each(|(_, found)| {
        *found = settings.apply(std::mem::take(found));
        if !asked.ignores_baseline {
            baseline.mark(snapshot, found);
        }
    });
    judged
}

/// What the baseline has and is no more.
pub(crate) fn gone(compiled: &Compiled, snapshot: &Snapshot) -> Vec<Recorded> {
    let Stages {
        asked,
        baseline,
        settings,
        ..
    } = &compiled.stages;
    if asked.ignores_baseline {
        return Vec::new();
    }
    baseline.gone(snapshot, &settings.levels, &compiled.findings)
}

fn by_source(findings: Vec<Finding>) -> BTreeMap<SourceId, Vec<Finding>> {
    let mut by_source: BTreeMap<SourceId, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        by_source
            .entry(finding.place.place.source)
            .or_default()
            .push(finding);
    }
    by_source
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
