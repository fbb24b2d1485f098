//! Graphs: how they are laid out and drawn as SVG, from plain data with links in it.

mod line_break;
mod neighbourhood;
mod number;
mod text_width;

pub(crate) use neighbourhood::{Centre, Neighbour, NeighbourWords, Side, neighbourhood};
