//! What `explain` says, whole.

use super::{markdown, text};
use crate::check::named;
use crate::finding::{Example, Explanation, Kind, Level};
use crate::text::Phrase;

const KIND: Kind = Kind {
    name: "lost-key",
    level: Level::Warn,
    title: Phrase {
        en: "",
        de: "",
        fr: "",
        it: "",
    },
    summary: "a key that nobody has",
    explanation: Explanation {
        what: "The page says that there is a key, and nobody says that they have it.",
        why: "Whoever wants in stays out.",
        mend: "Either:\n\n- write who has it, such as `keys = [\"ana-ruiz\"]`\n- take the door away",
        example: Some(Example {
            before: "//- content/roles/door.md\n# Door\n\n```text\na key\n```\n//- content/people.toml\n[ana-ruiz]\n",
            after: "//- content/roles/door.md\n# Door\n",
        }),
    },
    names_people: false,
    is_timed: false,
};

/// The text without its colours.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn a_kind_is_explained_in_a_terminal() {
    insta::assert_snapshot!(plain(&text::explanation(&KIND, 40)), @r#"
    lost-key (level: warn)
    a key that nobody has

    What it means
    The page says that there is a key, and
    nobody says that they have it.

    Why it matters
    Whoever wants in stays out.

    How to mend it
    Either:

    - write who has it, such as
      `keys = ["ana-ruiz"]`
    - take the door away

    Before
      content/roles/door.md
        # Door

        ```text
        a key
        ```
      content/people.toml
        [ana-ruiz]

    After
      content/roles/door.md
        # Door
    "#);
}

#[test]
fn a_kind_is_explained_in_markdown() {
    insta::assert_snapshot!(markdown::explanation(&KIND), @r#"
    ## lost-key

    *Level: warn.* A key that nobody has.

    **What it means.** The page says that there is a key, and nobody says that they have it.

    **Why it matters.** Whoever wants in stays out.

    **How to mend it.** Either:

    - write who has it, such as `keys = ["ana-ruiz"]`
    - take the door away

    **Before:**

    `content/roles/door.md`

    ````markdown
    # Door

    ```text
    a key
    ```
    ````

    `content/people.toml`

    ```toml
    [ana-ruiz]
    ```

    **After:**

    `content/roles/door.md`

    ```markdown
    # Door
    ```
    "#);
}

#[test]
fn kinds_are_listed() {
    let kinds = || ["broken-link", "vacant-role"].into_iter().filter_map(named);
    insta::assert_snapshot!(plain(&text::list(kinds(), 60)), @r"
    broken-link  deny   a link to a page, heading or image that
                        is not there
    vacant-role  warn   a role that nobody keeps

    `rolebook explain NAME` says more of one; `[lints]` in `book.toml` sets their levels.
    ");
    insta::assert_snapshot!(plain(&text::list(kinds(), 42)), @r"
    broken-link  deny
        a link to a page, heading or image
        that is not there
    vacant-role  warn
        a role that nobody keeps

    `rolebook explain NAME` says more of one; `[lints]` in `book.toml` sets their levels.
    ");
}
