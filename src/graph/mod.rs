//! Graphs: how they are laid out and drawn as SVG, from plain data with links in it.

mod neighbourhood;

pub use neighbourhood::{Centre, Neighbour, NeighbourWords, Side, neighbourhood};
