//! rolebook compiles how an organisation works: role sources in, a cross-linked handbook out.
//!
//! [`load`] reads a folder, [`compile`] says what it means, [`render`] makes the files of the site and
//! [`publish`] puts them into a folder; [`cli`] is the command. What lies between is the crate's own:
//! `ARCHITECTURE.md` names all rooms, each of which may use only those before it.

mod author;
mod check;
pub mod cli;
mod compare;
mod compile;
pub mod config;
pub mod finding;
mod graph;
mod history;
mod internal;
pub mod load;
pub mod model;
mod parse;
mod picture;
pub mod publish;
mod recompile;
pub mod render;
mod resolve;
mod schemas;
mod search;
mod serve;
pub mod site;
mod stage;
pub mod text;
mod translate;

pub use check::{Asked, Lints, catalogue};
pub use compile::{Compiled, compile, compile_watched};
pub use recompile::recompile;
pub use stage::{Stage, Unwatched, Watch};
