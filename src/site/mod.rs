//! Which pages exist, at which addresses, and what each of them shows.

pub(crate) mod address;
mod content_view;
mod counterpart_view;
mod facts;
mod fill;
mod frame;
mod here;
mod index_view;
mod naming;
mod navigation;
mod neighbourhood_view;
mod open_points;
mod page;
mod page_tree;
mod party_view;
mod people;
mod person_view;
mod plan;
mod prepared;
mod qualifier;
mod relation_view;
mod sequence;
mod spelling;
mod summary;
pub(crate) mod view;
mod views;
mod words;

pub use open_points::Grouping;
pub use page::{File, Page, Site};
pub(crate) use plan::plan;
pub(crate) use prepared::{Made, Prepared};
pub(crate) use views::Views;
pub(crate) use words::Words;
