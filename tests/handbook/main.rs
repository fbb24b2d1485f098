//! What users rely on, driven through the real command on handbooks in temporary folders.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first thing that can't be"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "tests drive the real command on real files"
)]

mod repository;
mod support;

mod agreements;
mod analysis;
mod bad_input;
mod baseline;
mod commands;
mod contract;
mod data;
mod diff;
mod editors;
mod explain;
mod exports;
mod findings;
mod flags;
mod formats;
mod glance;
mod graph_weight;
mod graphs;
mod history;
mod hosting;
mod kinds;
mod links;
mod lists;
mod machines;
mod manual;
mod matrix;
mod mending;
mod open_points;
mod pages;
mod preview;
mod preview_events;
mod print;
mod profiles;
mod progress;
mod publishing;
mod recompiling;
mod safe_publishing;
mod sample;
mod second_theme;
mod serving;
mod serving_broken;
mod serving_command;
mod serving_events;
mod serving_many;
mod serving_watch;
mod time;
mod timings;
mod translations;
