//! What the pages of graphs weigh: none is heavy, and what is not drawn or listed for that is counted.

use std::fmt::Write as _;

use super::support::{Handbook, Site};

/// An organisation of so many teams of ten roles, each of which relies on four others.
pub(crate) fn large(teams: usize) -> String {
    let mut files = String::new();
    let roles = teams * 10;
    for team in 0..teams {
        let _ = write!(files, "//- content/teams/team-{team}.md\n# Team {team}\n");
        for at in team * 10..team * 10 + 10 {
            let _ = write!(
                files,
                "//- content/roles/role-{at}.md\n+++\ndelegator = \"team-{team}\"\n+++\n# Role {at}\n\n## Dependencies\n\n"
            );
            for step in [1, 7, 31, 113] {
                let _ = write!(
                    files,
                    "### [[role-{}]]\n\n- what {at} needs\n\n",
                    (at + step) % roles
                );
            }
        }
    }
    files
}

fn weights(site: &Site) -> Vec<(&str, usize)> {
    let pages = site.pages().filter(|path| path.starts_with("graphs/"));
    pages.map(|path| (path, site.bytes(path).len())).collect()
}

#[test]
fn no_page_of_a_graph_is_heavy_and_what_is_not_drawn_is_counted() {
    for teams in [30, 120] {
        let site = Handbook::new(&large(teams)).site();
        for (path, bytes) in weights(&site) {
            assert!(bytes <= 300_000, "{path} of {teams} teams has {bytes} bytes");
        }
        let map = site.page("graphs/dependencies.html");
        let relations = teams * 40;
        if teams == 30 {
            assert_eq!(map.all(".canvas svg [data-to]").len(), relations);
        } else {
            let notes = map.texts(".graph-notes li").join(" ");
            assert!(notes.contains("4800 relations"), "{notes}");
            let rows = map.all(".graph-facts tbody tr").len();
            assert_eq!(rows, teams, "the table has every team");
        }
        let delegation = site.page("graphs/delegation.html");
        assert!(delegation.all(".tree .tree-row").len() >= teams);
    }
}

/// Teams of 10 roles that nobody relies on, with long names.
fn delegated(teams: usize) -> String {
    let name = "who keeps the records of the mountain passes in order and tells the others";
    let mut files = String::new();
    for team in 0..teams {
        let _ = write!(files, "//- content/teams/team-{team}.md\n# Team {team} {name}\n");
        for at in team * 10..team * 10 + 10 {
            let _ = write!(
                files,
                "//- content/roles/role-{at}.md\n+++\ndelegator = \"team-{team}\"\n+++\n# Role {at} {name}\n"
            );
        }
    }
    files
}

#[test]
fn a_long_list_of_who_delegated_what_counts_what_it_does_not_name() {
    for (teams, expected) in [(20, 0), (150, 0), (1_500, 2)] {
        let site = Handbook::new(&delegated(teams)).site();
        let bytes = site.bytes("graphs/delegation.html").len();
        assert!(bytes <= 300_000, "{teams} teams: {bytes} bytes");
        let page = site.page("graphs/delegation.html");
        let named = page.all(".tree .tree-row").len();
        let first_number = |text: &String| text.split(' ').find_map(|word| word.parse::<usize>().ok());
        let counted: usize = page.texts(".tree .more").iter().filter_map(first_number).sum();
        let notes = page.texts(".graph-notes li");
        assert_eq!(notes.len(), expected, "{notes:?}");
        let left_out: usize = notes.iter().filter_map(first_number).sum();
        assert_eq!(named + counted + left_out, 11 * teams);
        assert_eq!(
            counted > 0,
            teams > 20,
            "roles are named where there is room for them"
        );
    }
}

#[test]
fn a_table_of_very_many_teams_counts_what_it_does_not_list() {
    let site = Handbook::new(&ring(1_300)).site();
    let bytes = site.bytes("graphs/dependencies.html").len();
    assert!((200_000..=300_000).contains(&bytes), "{bytes} bytes");
    let page = site.page("graphs/dependencies.html");
    let rows = page.texts(".graph-facts tbody tr");
    let more = |row: &String| row.contains("more");
    assert_eq!(rows.len(), 1_300, "each team is listed");
    assert!(rows.iter().all(more), "and says how many others there are");
    let notes = page.texts(".graph-notes li").join(" ");
    assert!(notes.contains("1300 teams have graphs of their own"), "{notes}");
    assert!(notes.contains("relations are not listed here"), "{notes}");
}

/// Teams of one role, each of which needs something of the next 12.
fn ring(teams: usize) -> String {
    let mut files = String::new();
    for at in 0..teams {
        let _ = write!(files, "//- content/teams/team-{at}.md\n# Team number {at}\n");
        let _ = write!(
            files,
            "//- content/roles/role-{at}.md\n+++\nteam = \"team-{at}\"\n+++\n# Role {at}\n\n## Dependencies\n\n"
        );
        for step in 1..=12 {
            let _ = writeln!(files, "- [[role-{}]] a thing", (at + step) % teams);
        }
    }
    files
}
