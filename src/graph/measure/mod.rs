//! What can be counted in a directed graph: how it hangs together, and on which nodes much depends.
//!
//! Nodes are numbers; whatever comes in lists by node is as long as there are nodes.

mod between;
mod chain;
mod cycle;
mod digraph;
mod sample;
mod strong;
#[cfg(test)]
mod tests;

pub(crate) use between::{MILLION, ways_through};
pub(crate) use chain::longest_chains;
pub(crate) use cycle::{Knot, knots};
pub(crate) use digraph::Digraph;
pub(crate) use sample::sources;
pub(crate) use strong::Strong;
