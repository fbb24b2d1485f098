//! The default theme's files: what every handbook's theme is laid over.

/// A text file of the theme: its name within the theme, and what it holds.
pub(crate) type File = (&'static str, &'static str);

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../themes/default/", $name)))),*]
    };
}

/// The style sheets, in the order in which they are put together.
pub(crate) const STYLES: &[File] = files![
    "css/layers.css",
    "css/reset.css",
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/navigation.css",
    "css/languages.css",
    "css/content.css",
    "css/facts.css",
    "css/relations.css",
    "css/tables.css",
    "css/cards.css",
    "css/open-points.css",
    "css/drawing-colours.css",
    "css/graph.css",
    "css/map.css",
    "css/graph-page.css",
    "css/matrix.css",
    "css/analysis.css",
    "css/changes.css",
    "css/search.css",
    "css/print.css",
];

/// The style sheets that drawings are drawn with: colours, links, and what is in drawings only.
const OF_DRAWINGS: [&str; 6] = [
    "css/tokens.css",
    "css/base.css",
    "css/drawing-colours.css",
    "css/graph.css",
    "css/map.css",
    "css/graph-page.css",
];

/// The scripts that run before anything is shown, each a file of its own.
pub(crate) const FIRST_SCRIPTS: &[File] = files!["js/appearance.js"];

/// The scripts, each a file of its own.
pub(crate) const SCRIPTS: &[File] = files![
    "js/dates.js",
    "js/filter.js",
    "js/hints.js",
    "js/search.js",
    "js/sort.js",
];

/// The scripts of large drawings and of the matrix, which only their pages load.
pub(crate) const GRAPH_SCRIPTS: &[File] = files![
    "js/graph-state.js",
    "js/graph-view.js",
    "js/graph-pick.js",
    "js/graph-filter.js",
    "js/matrix.js",
];

/// The scripts of the search, which are loaded when someone searches.
pub(crate) const SEARCH_SCRIPTS: &[File] = files!["js/search/index.js", "js/search/panel.js"];

/// The templates.
pub(crate) const TEMPLATES: &[File] = files![
    "templates/a-z.html",
    "templates/analysis.html",
    "templates/base.html",
    "templates/changes.html",
    "templates/data.html",
    "templates/external.html",
    "templates/externals.html",
    "templates/findings.html",
    "templates/glossary.html",
    "templates/graph.html",
    "templates/graphs.html",
    "templates/home.html",
    "templates/index.html",
    "templates/list.html",
    "templates/matrix.html",
    "templates/not-found.html",
    "templates/page.html",
    "templates/parts/after.html",
    "templates/parts/after-facts.html",
    "templates/parts/analysis-chain.html",
    "templates/parts/analysis-figures.html",
    "templates/parts/analysis-ranking.html",
    "templates/parts/appearance.html",
    "templates/parts/both-ends.html",
    "templates/parts/breadcrumbs.html",
    "templates/parts/children.html",
    "templates/parts/chains.html",
    "templates/parts/claims.html",
    "templates/parts/commit.html",
    "templates/parts/contents-items.html",
    "templates/parts/contents-of-analysis.html",
    "templates/parts/contents-of-home.html",
    "templates/parts/contents-of-party.html",
    "templates/parts/contents.html",
    "templates/parts/counterparts.html",
    "templates/parts/cycles.html",
    "templates/parts/dates.html",
    "templates/parts/delegates.html",
    "templates/parts/entrances.html",
    "templates/parts/expected.html",
    "templates/parts/facts.html",
    "templates/parts/footer.html",
    "templates/parts/footnotes.html",
    "templates/parts/graph-drawing.html",
    "templates/parts/graph-facts.html",
    "templates/parts/head.html",
    "templates/parts/header-tools.html",
    "templates/parts/header.html",
    "templates/parts/holder-terms.html",
    "templates/parts/holder.html",
    "templates/parts/holders.html",
    "templates/parts/index.html",
    "templates/parts/languages.html",
    "templates/parts/links.html",
    "templates/parts/matrix-relations.html",
    "templates/parts/matrix-table.html",
    "templates/parts/mentioned-by.html",
    "templates/parts/navigation-items.html",
    "templates/parts/navigation.html",
    "templates/parts/neighbourhood.html",
    "templates/parts/offered.html",
    "templates/parts/open-points.html",
    "templates/parts/other-side.html",
    "templates/parts/others.html",
    "templates/parts/overview.html",
    "templates/parts/person-facts.html",
    "templates/parts/person-roles.html",
    "templates/parts/point-group.html",
    "templates/parts/point-groups.html",
    "templates/parts/point-levels.html",
    "templates/parts/point.html",
    "templates/parts/points-overview.html",
    "templates/parts/print-relations.html",
    "templates/parts/relation.html",
    "templates/parts/relations.html",
    "templates/parts/review.html",
    "templates/parts/search.html",
    "templates/parts/sections.html",
    "templates/parts/sheets.html",
    "templates/parts/shortfall.html",
    "templates/parts/start-relations.html",
    "templates/parts/tags.html",
    "templates/parts/team-counterparts.html",
    "templates/parts/team-roles.html",
    "templates/parts/terms-here.html",
    "templates/parts/terms.html",
    "templates/party.html",
    "templates/people.html",
    "templates/person.html",
    "templates/print.html",
    "templates/role.html",
    "templates/roles.html",
    "templates/start.html",
    "templates/tags.html",
    "templates/team.html",
    "templates/teams.html",
];

/// What the style sheets say that drawings are drawn with.
pub(crate) fn styles_of_drawings() -> Vec<&'static str> {
    let sheets = STYLES.iter().filter(|(name, _)| OF_DRAWINGS.contains(name));
    sheets.map(|(_, sheet)| *sheet).collect()
}

/// The names of all files that a handbook's theme may replace.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let lists = [FIRST_SCRIPTS, SCRIPTS, GRAPH_SCRIPTS, SEARCH_SCRIPTS];
    let scripts = lists.into_iter().flatten();
    let files = STYLES.iter().chain(scripts).chain(TEMPLATES);
    files.map(|(name, _)| *name).chain(crate::site::Words::FILES)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the test looks at the theme's folder"
)]
mod tests {
    use std::collections::BTreeSet;

    use super::names;

    #[test]
    fn every_file_of_the_theme_is_in_the_table() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default");
        let mut found = BTreeSet::new();
        for file in walkdir::WalkDir::new(root) {
            let file = file.unwrap();
            let name = file.path().strip_prefix(root).unwrap().to_str().unwrap();
            if file.file_type().is_file() && name != "README.md" {
                found.insert(name.replace('\\', "/"));
            }
        }
        let known: BTreeSet<String> = names().map(str::to_owned).collect();
        assert_eq!(known, found);
    }
}
