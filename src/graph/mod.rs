//! Graphs: how they are laid out and drawn as SVG, from plain data with links in it.

mod area;
mod circles;
pub(crate) mod export;
mod key;
mod labelled_box;
mod layered;
mod line_break;
pub(crate) mod measure;
mod neighbourhood;
mod number;
mod radial;
mod rounding;
mod routed_edge;
mod seriation;
mod standalone;
mod state_key;
mod stroke;
mod svg;
mod svg_frame;
mod team;
mod teams;
mod text_width;
mod tint;
mod turn;

pub(crate) use circles::{CircleWords, Delegated, circles};
pub(crate) use line_break::break_lines;
pub(crate) use neighbourhood::{Centre, Neighbour, NeighbourWords, Side, neighbourhood};
pub(crate) use radial::{RadialMap, RadialWords, RimEdge, RimParty, RimTeam, Towards, radial};
pub(crate) use seriation::seriation;
pub(crate) use standalone::{Scheme, standalone};
pub(crate) use team::{TeamDrawing, TeamEdge, TeamHome, TeamParty, TeamRelation, TeamShown, TeamWords, team};
pub(crate) use teams::{TeamFlow, TeamNode, TeamsDrawing, TeamsShown, TeamsWords, teams};
pub(crate) use text_width::Face;
