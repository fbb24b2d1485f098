//! The kinds of things there are.

/// What can stand at an end of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyKind {
    /// A domain kept by people.
    Role,
    /// A domain accounted for by a group.
    Team,
    /// Someone outside.
    External,
}

impl PartyKind {
    /// All kinds, in the order in which they are listed to people.
    pub const ALL: [PartyKind; 3] = [Self::Role, Self::Team, Self::External];

    /// As it is written in sources and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Team => "team",
            Self::External => "external",
        }
    }

    /// The folder below `content/`, and of the site, where such parties live.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Role => "roles",
            Self::Team => "teams",
            Self::External => "external",
        }
    }
}

/// What a source below `content/` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A role, a team or an external party.
    Party(PartyKind),
    /// A person's own text.
    Person,
    /// The list of terms.
    Glossary,
    /// An ordinary page; the home page and a folder's `index.md` too.
    Page,
}

/// What a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKind {
    /// Text.
    Prose,
    /// Items.
    List,
    /// What this party delivers, and to whom.
    Deliverables,
    /// What this party needs, and from whom.
    Needs,
}

impl SectionKind {
    /// All kinds.
    pub const ALL: [SectionKind; 4] = [Self::Prose, Self::List, Self::Deliverables, Self::Needs];

    /// As it is written in `book.toml`, data and the theme.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Prose => "prose",
            Self::List => "list",
            Self::Deliverables => "deliverables",
            Self::Needs => "needs",
        }
    }

    /// The direction of the relations that such a section claims.
    pub const fn direction(self) -> Option<Direction> {
        match self {
            Self::Deliverables => Some(Direction::Delivers),
            Self::Needs => Some(Direction::Needs),
            Self::Prose | Self::List => None,
        }
    }
}

/// From which end a relation is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The claimant is the provider.
    Delivers,
    /// The claimant is the consumer.
    Needs,
}

impl Direction {
    /// The direction in which the other end claims the same relation.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Delivers => Self::Needs,
            Self::Needs => Self::Delivers,
        }
    }
}
