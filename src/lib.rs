//! rolebook compiles how an organisation works: role sources in, a cross-linked handbook out.
//!
//! The rooms, each of which may use only those before it: [`text`], [`finding`], [`model`],
//! [`config`], [`parse`], [`resolve`], [`check`], [`graph`], [`site`], [`render`] touch nothing outside; [`load`]
//! reads, [`publish`] and [`author`] write, [`cli`] talks. `ARCHITECTURE.md` says why.

pub mod author;
pub mod check;
pub mod cli;
mod compile;
pub mod config;
pub mod finding;
pub mod graph;
pub mod load;
pub mod model;
pub mod parse;
pub mod publish;
pub mod render;
pub mod resolve;
pub mod site;
pub mod text;

pub use compile::{Compiled, compile};
