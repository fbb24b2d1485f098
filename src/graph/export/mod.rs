//! The graph of an organisation in the formats of other programs: a table of formats, one file each.
//!
//! Every format holds the same parties and agreements, in the order of their ids, and no people. Whatever authors wrote is
//! escaped as the format's specification says; control characters and line breaks, which most of the formats can't hold,
//! become spaces.

#[cfg(test)]
mod cases;
mod csv;
mod dot;
mod graphml;
mod mermaid;
mod network;
mod one_line;
#[cfg(test)]
mod tests;

pub(crate) use network::{Network, NetworkAgreement, NetworkParty};

/// A format that other programs read the graph in.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for, in a few words that begin small.
    pub summary: &'static str,
    /// The file that a site has in this format.
    pub file: &'static str,
    write: fn(&Network<'_>) -> String,
}

impl Format {
    /// The graph in this format.
    pub(crate) fn write(&self, network: &Network<'_>) -> String {
        (self.write)(network)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

/// Every format, in the order in which they are listed to people.
pub(crate) static FORMATS: &[Format] = &[
    Format {
        name: "dot",
        summary: "DOT, for Graphviz",
        file: "graph.dot",
        write: dot::write,
    },
    Format {
        name: "graphml",
        summary: "GraphML, for networkx, igraph, Gephi and yEd",
        file: "graph.graphml",
        write: graphml::write,
    },
    Format {
        name: "mermaid",
        summary: "a flowchart for Mermaid, which forges draw in Markdown",
        file: "graph.mmd",
        write: mermaid::write,
    },
    Format {
        name: "csv-nodes",
        summary: "a table of parties, for spreadsheets and Gephi",
        file: "nodes.csv",
        write: csv::nodes,
    },
    Format {
        name: "csv-edges",
        summary: "a table of agreements, for spreadsheets and Gephi",
        file: "edges.csv",
        write: csv::edges,
    },
];
