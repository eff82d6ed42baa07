//! What a schema is, and how two of them differ.
//!
//! Invariant: pure. Values go in, values come out; maps are ordered, so equal schemas are equal
//! bytes whatever order a catalog answered in. A text an engine printed (a type, a default, a
//! check) is kept as printed and is only ever compared with a text the same engine printed.
//!
//! May import: `std` and `serde`.

mod attribute;
mod backing;
mod declared;
mod diff;
mod face;
mod footprint;
mod goal;
mod grant;
mod helper;
mod keyed;
mod lookup;
mod matching;
mod model;
mod name;
mod nearest;
mod object;
mod other_tool;
mod partition;
mod prune;
mod section;
mod swap;
mod turns;

pub use attribute::{Attribute, Attributes};
pub use declared::{
    DeclaredCheck, DeclaredColumn, DeclaredDefault, DeclaredForeignKey, DeclaredGenerated,
    DeclaredIndex, DeclaredKey, DeclaredPart, DeclaredTable,
};
pub use diff::{
    Change, ColumnEdit, Delta, Direction, Edit, Pair, Rename, TableDelta, diff, undoing,
};
pub use face::{Field, added_labels, fields, keeps_order, removed_labels};
pub use footprint::{Divergence, Footprint, Undone};
pub use goal::{Goal, GoalError, Ownership, Suggestion, Unmanaged, goal};
pub use grant::{Grant, Held};
pub use helper::{helper_name, is_helper};
pub use lookup::Found;
pub use matching::{Matched, match_elements};
pub use model::{
    Check, Column, Dependency, Element, ForeignKey, Generated, Index, Key, Label, Opaque,
    OpaqueKey, Part, Schema, Table, Term,
};
pub use name::{Fold, Name, replace_word, type_name};
pub use nearest::nearest;
pub use object::{Defined, Kind, ObjectChange, ObjectKey, Replaced, SEQUENCE};
pub use other_tool::OtherTool;
pub use partition::{Inherited, PartitionOf, inherited_column};
pub use prune::{Family, Prune, Pruning};
pub use section::{Division, Partition, Resettled, Stuck};
pub use swap::Swaps;
