//! Handbooks of any size to measure with: the same bytes for the same number of roles.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Roles in a team.
pub(crate) const TEAM: usize = 12;
/// Relations that each role provides in.
const RELATIONS: usize = 4;
/// Of so many relations one is claimed by its provider only, and one by its consumer only.
const ONE_SIDED: usize = 7;

/// Writes a handbook of `roles` roles and four times as many relations into `folder`.
///
/// It is uneven as handbooks are: two relations of seven have but one end, a role in fifty is vacant, one in
/// thirty lacks a section, reviews are due over the years.
///
/// # Panics
/// Where the folder can't be written to.
pub(crate) fn write(folder: &Path, roles: usize) {
    let teams = roles.div_ceil(TEAM);
    for kind in ["roles", "teams", "external"] {
        fs::create_dir_all(folder.join("content").join(kind)).expect("a folder can be made");
    }
    let put = |path: &str, text: &str| fs::write(folder.join(path), text).expect("a file can be written");
    put(
        "book.toml",
        "[book]\ntitle = \"Measured\"\n\n[checks]\nnotice = \"30 days\"\n",
    );
    put("content/external/customer.md", "# Customer\n");
    let people: String = (0..roles / 2).fold(String::new(), |mut people, person| {
        let _ = writeln!(people, "[person-{person}]\nname = \"Person {person}\"\n");
        people
    });
    put("content/people.toml", &people);
    for team in 0..teams {
        let delegator = if team == 0 {
            String::new()
        } else {
            format!("delegator = \"team-{}\"\n", (team - 1) / 8)
        };
        let text = format!(
            "+++\ntitle = \"Team {team}\"\n{delegator}+++\n\n## Purpose\n\nKeeps area {team} in order.\n\n\
             ## Key Responsibilities\n\n- Decide who does what in area {team}\n"
        );
        put(&format!("content/teams/team-{team}.md"), &text);
    }
    for (role, claims) in claims(roles).iter().enumerate() {
        put(
            &format!("content/roles/role-{role}.md"),
            &page(role, roles, claims),
        );
    }
}

/// What one role claims: the other end of each relation, and the relation's number.
#[derive(Clone, Default)]
struct Claims {
    delivers: Vec<(usize, usize)>,
    needs: Vec<(usize, usize)>,
}

fn claims(roles: usize) -> Vec<Claims> {
    let mut claims = vec![Claims::default(); roles];
    for provider in 0..roles {
        let mut told = Vec::new();
        for relation in 0..RELATIONS {
            let near = (provider + 1 + relation * 3) % roles;
            let far = (provider * 31 + relation * 1_009 + 7) % roles;
            let consumer = if relation.is_multiple_of(2) { near } else { far };
            if consumer == provider || told.contains(&consumer) {
                continue;
            }
            told.push(consumer);
            let turn = (provider * RELATIONS + relation) % ONE_SIDED;
            if turn != 1 {
                claims[provider].delivers.push((consumer, relation));
            }
            if turn != 0 {
                claims[consumer].needs.push((provider, relation));
            }
        }
    }
    claims
}

fn page(role: usize, roles: usize, claims: &Claims) -> String {
    let mut page = format!(
        "+++\ntitle = \"Role {role}\"\ndelegator = \"team-{}\"\n",
        role / TEAM
    );
    if role.is_multiple_of(50) {
        page.push_str("keepers = []\n");
    } else {
        let _ = writeln!(page, "keepers = [\"person-{}\"]", role % (roles / 2).max(1));
    }
    let _ = writeln!(
        page,
        "reviewed = {}-05-01\nreview = \"12 months\"\n+++\n",
        2024 + role % 3
    );
    if !role.is_multiple_of(30) {
        let _ = writeln!(
            page,
            "## Purpose\n\nSo that matter {role} is decided close to the work, with reasons.\n"
        );
    }
    page.push_str("## Key Responsibilities\n\n");
    for duty in 0..5 {
        let _ = writeln!(
            page,
            "- Look after part {duty} of matter {role}, and say in time what changes"
        );
    }
    page.push_str("\n## Stakeholders and Key Deliverables\n\n### [[customer]]\n\n- An answer within a day\n");
    for (consumer, relation) in &claims.delivers {
        let _ = writeln!(
            page,
            "\n### [[role-{consumer}]]\n\n- Report {relation} on matter {role}\n- A list of open risks"
        );
    }
    page.push_str("\n## Dependencies\n");
    for (provider, relation) in &claims.needs {
        let _ = writeln!(
            page,
            "\n### [[role-{provider}]]\n\n- Notice {relation} of matter {provider}, in time"
        );
    }
    page
}
