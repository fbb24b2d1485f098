//! All that changed, commit by commit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::difference::{self, Fact, Fate, Line};
use super::named::{Directory, Named, PastId};
use super::version::Draft;
use crate::config::Config;
use crate::model::DocumentKind;
use crate::parse;
use crate::text::{History, Moves, Source, SourceId, SourcePath};

/// What changed in the organisation over time.
#[derive(Debug, Default)]
pub(crate) struct Chronicle {
    /// Every source that there ever was.
    pub(crate) past: Vec<Past>,
    /// What changed, the newest first; what one commit changed stands together, in the order of paths.
    pub(crate) told: Vec<Told>,
    /// What of it concerns each source: what changed there, and what others said of it.
    concerning: BTreeMap<PastId, Vec<usize>>,
    by_path: BTreeMap<SourcePath, PastId>,
}

/// A source through all its paths and titles.
#[derive(Debug)]
pub(crate) struct Past {
    /// Where it lies now; none where it is gone.
    pub(crate) path: Option<SourcePath>,
    /// What it is, and what it is called; what it was, where it is gone.
    pub(crate) kind: DocumentKind,
    pub(crate) title: String,
}

/// What a commit changed about a source, or about people.
#[derive(Debug)]
pub(crate) struct Told {
    /// Which commit of the history.
    pub(crate) commit: usize,
    /// Which source; none for `people.toml`.
    pub(crate) subject: Option<PastId>,
    /// What.
    pub(crate) lines: Vec<Line>,
}

/// A change of a source, as far as it is known before any is read.
struct Step<'h> {
    commit: usize,
    subject: PastId,
    path: &'h SourcePath,
    from: &'h SourcePath,
    before: Option<usize>,
    after: Option<usize>,
    is_gone: bool,
}

/// A change of `people.toml`.
struct PeopleStep<'h> {
    commit: usize,
    path: &'h SourcePath,
    before: Option<usize>,
    after: Option<usize>,
}

/// The people of one text of `people.toml`: ids and names.
type People = Vec<(String, String)>;

/// Where each source lies today, and all changes in the order of commits.
#[derive(Default)]
struct Steps<'h> {
    paths: Vec<Option<SourcePath>>,
    documents: Vec<Step<'h>>,
    people: Vec<PeopleStep<'h>>,
}

impl Chronicle {
    /// What `history` tells, read under the handbook's configuration of today.
    pub(crate) fn of(history: &History, config: &Config) -> Self {
        let Steps {
            paths,
            documents: steps,
            people,
        } = Steps::of(history, config);
        let drafts = drafts(history, config, &steps);
        let tables = tables(history, &people);
        let mut names = Directory::default();
        for step in &steps {
            for draft in [(step.path, step.after), (step.from, step.before)] {
                if let Some(draft) = draft.1.and_then(|text| drafts.get(&(draft.0, text))) {
                    names.add(step.subject, draft);
                }
            }
        }
        for step in &people {
            let both = [step.after, step.before].into_iter().flatten();
            for (id, name) in both.filter_map(|text| tables.get(&text)).flatten() {
                names.add_person(id, name);
            }
        }
        let mut told: Vec<Told> = steps
            .par_iter()
            .map(|step| {
                let draft = |path, text: Option<usize>| text.and_then(|text| drafts.get(&(path, text)));
                let (before, after) = (draft(step.from, step.before), draft(step.path, step.after));
                // A text that is not to be had says nothing, rather than that all of it is new.
                let is_known = step.is_gone || after.is_some();
                let lines = if is_known {
                    difference::lines(before, after, &names)
                } else {
                    Vec::new()
                };
                Told {
                    commit: step.commit,
                    subject: Some(step.subject),
                    lines,
                }
            })
            .chain(people.par_iter().map(|step| Told {
                commit: step.commit,
                subject: None,
                lines: people_lines(&tables, step),
            }))
            .filter(|told| !told.lines.is_empty())
            .collect();
        told.sort_by_key(|told| told.commit);
        let past = pasts(&paths, &steps, &drafts);
        Self {
            concerning: concerning(&told),
            by_path: paths
                .into_iter()
                .enumerate()
                .filter_map(|(at, path)| Some((path?, PastId(at))))
                .collect(),
            past,
            told,
        }
    }

    /// The source that lies at `path` now.
    pub(crate) fn at(&self, path: &SourcePath) -> Option<PastId> {
        self.by_path.get(path).copied()
    }

    /// The source of that number.
    pub(crate) fn past(&self, id: PastId) -> &Past {
        &self.past[id.0]
    }

    /// What of all that is told concerns a source, the newest first.
    pub(crate) fn concerning(&self, id: PastId) -> impl Iterator<Item = usize> {
        let own = self.concerning.get(&id).map(Vec::as_slice);
        own.unwrap_or_default().iter().copied()
    }
}

impl Line {
    /// Whom it names, beside the one that it is about.
    pub(crate) fn other(&self) -> Option<PastId> {
        let named = match self {
            Self::Relation { other, .. } => other,
            Self::Fact { who, .. } => who,
            Self::Came | Self::Went | Self::Renamed(_) | Self::Changed | Self::Said { .. } => return None,
        };
        match named {
            Named::Past(id) => Some(*id),
            Named::KeepersOf(_) | Named::Person(..) | Named::Vacant | Named::Words(_) => None,
        }
    }
}

impl<'h> Steps<'h> {
    fn of(history: &'h History, config: &Config) -> Self {
        let mut steps = Self::default();
        let mut moves: Moves<PastId> = Moves::default();
        let mut taken: BTreeSet<&SourcePath> = BTreeSet::new();
        let numbered = history.commits.iter().enumerate();
        for (commit, change) in
            numbered.flat_map(|(at, commit)| commit.changes.iter().map(move |one| (at, one)))
        {
            if parse::is_people(&change.path) {
                steps.people.push(PeopleStep {
                    commit,
                    path: &change.path,
                    before: change.before,
                    after: change.after,
                });
            }
            if !parse::is_original(&change.path, config) {
                continue;
            }
            let paths = &mut steps.paths;
            let subject = moves.follow(change, || {
                // What lay there before another one took its path is gone as well.
                let is_there = taken.insert(&change.path) && !change.is_gone;
                paths.push(is_there.then(|| change.path.clone()));
                PastId(paths.len() - 1)
            });
            steps.documents.push(Step {
                commit,
                subject,
                path: &change.path,
                from: change.from.as_ref().unwrap_or(&change.path),
                before: change.before,
                after: change.after,
                is_gone: change.is_gone,
            });
        }
        steps
    }
}

/// Every text that a document had at a path, read once.
fn drafts<'h>(
    history: &History,
    config: &Config,
    steps: &[Step<'h>],
) -> BTreeMap<(&'h SourcePath, usize), Draft> {
    let both = steps
        .iter()
        .flat_map(|step| [(step.path, step.after), (step.from, step.before)]);
    let wanted: BTreeSet<(&SourcePath, usize)> =
        both.filter_map(|(path, text)| Some((path, text?))).collect();
    let wanted: Vec<_> = wanted.into_iter().collect();
    let read = wanted.into_par_iter().filter_map(|(path, text)| {
        let draft = Draft::of(path, history.texts.get(text)?, config);
        Some(((path, text), draft))
    });
    read.collect::<Vec<_>>().into_iter().collect()
}

fn tables(history: &History, steps: &[PeopleStep<'_>]) -> BTreeMap<usize, People> {
    let both = steps
        .iter()
        .flat_map(|step| [(step.before, step.path), (step.after, step.path)]);
    let texts: BTreeMap<usize, &SourcePath> = both.filter_map(|(text, path)| Some((text?, path))).collect();
    let read = texts.into_iter().filter_map(|(text, path)| {
        let source = Source {
            path: path.clone(),
            text: Arc::clone(history.texts.get(text)?),
            fault: None,
        };
        let (people, _) = parse::people(&source, SourceId(0));
        let people = people.into_iter().map(|person| {
            let name = person.fields.name;
            let name = name.map_or_else(|| person.id.clone(), |name| name.value);
            (person.id, name)
        });
        Some((text, people.collect()))
    });
    read.collect()
}

fn people_lines(tables: &BTreeMap<usize, People>, step: &PeopleStep<'_>) -> Vec<Line> {
    let of = |text: Option<usize>| -> &[(String, String)] {
        text.and_then(|text| tables.get(&text))
            .map(Vec::as_slice)
            .unwrap_or_default()
    };
    let (before, after) = (of(step.before), of(step.after));
    let lacks = |all: &[(String, String)], id: &str| all.iter().all(|(other, _)| other != id);
    let line = |fate, (id, name): &(String, String)| Line::Fact {
        fact: Fact::Person,
        fate,
        who: Named::Person(id.clone(), name.clone()),
        team: None,
    };
    let came = after.iter().filter(|(id, _)| lacks(before, id));
    let went = before.iter().filter(|(id, _)| lacks(after, id));
    came.map(|one| line(Fate::Gained, one))
        .chain(went.map(|one| line(Fate::Lost, one)))
        .collect()
}

/// What each source is, and is called.
fn pasts(
    paths: &[Option<SourcePath>],
    steps: &[Step<'_>],
    drafts: &BTreeMap<(&SourcePath, usize), Draft>,
) -> Vec<Past> {
    let mut past: Vec<Past> = paths
        .iter()
        .map(|path| Past {
            path: path.clone(),
            kind: DocumentKind::Page,
            title: String::new(),
        })
        .collect();
    // The newest first: what is known already stays.
    for step in steps {
        let known = &mut past[step.subject.0];
        let after = step.after.and_then(|text| drafts.get(&(step.path, text)));
        let before = || step.before.and_then(|text| drafts.get(&(step.from, text)));
        if known.title.is_empty()
            && let Some(draft) = after.or_else(before)
        {
            known.title.clone_from(&draft.title);
            known.kind = draft.kind;
        }
    }
    past
}

/// What concerns each source.
fn concerning(told: &[Told]) -> BTreeMap<PastId, Vec<usize>> {
    let mut concerning: BTreeMap<PastId, Vec<usize>> = BTreeMap::new();
    for (at, told) in told.iter().enumerate() {
        let mut all: BTreeSet<PastId> = told.lines.iter().filter_map(Line::other).collect();
        all.extend(told.subject);
        for id in all {
            concerning.entry(id).or_default().push(at);
        }
    }
    concerning
}
