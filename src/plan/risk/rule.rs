//! The rules: stable names, the id in the catalogue of risks, what kind of harm.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Hardly ever matters.
    Low,
    /// May be noticed.
    Medium,
    /// Will be noticed.
    High,
    /// Cannot be taken back, or stops users: wants an approval.
    Critical,
    /// Not done, unless the policy says otherwise for this object.
    Forbidden,
}

impl Severity {
    /// The word used in documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
            Self::Forbidden => "forbidden",
        }
    }

    /// Reads the word, in any case.
    pub fn parse(word: &str) -> Option<Self> {
        let all = [
            Self::Info,
            Self::Low,
            Self::Medium,
            Self::High,
            Self::Critical,
            Self::Forbidden,
        ];
        all.into_iter()
            .find(|severity| severity.as_str().eq_ignore_ascii_case(word))
    }
}

/// What kind of harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// Rows or values are gone.
    DataLoss,
    /// Existing rows stand in the way.
    ConstraintViolation,
    /// Others have to wait.
    Downtime,
    /// Others get slower.
    Performance,
    /// Programs that use the old form break.
    Compatibility,
    /// Others see or do what they could not before.
    Exposure,
    /// Nothing goes wrong: advice on how something is declared.
    Style,
}

macro_rules! rules {
    ($($variant:ident $name:literal $id:literal $kind:ident $doc:literal;)*) => {
        /// A rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule { $(#[doc = $doc] $variant,)* }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The id in the catalogue of risks.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// What kind of harm.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind,)* }
            }

            /// What it is about, in a line.
            pub const fn summary(self) -> &'static str {
                match self { $(Self::$variant => $doc,)* }
            }
        }
    };
}

rules! {
    TableDrop "table.drop" "DL002" DataLoss "A table is dropped with its rows";
    ColumnDrop "column.drop" "DL003" DataLoss "A column is dropped with its values";
    Lookalike "rename.undeclared" "DL004" DataLoss "A drop and an add look like a rename that nobody declared";
    ColumnNarrow "column.narrow" "DL006" DataLoss "Values may not fit the new type";
    ColumnRecast "column.recast" "DL007" DataLoss "Values are converted to another kind of type";
    EnumValueRemove "enum.value.remove" "DL008" DataLoss "A member of an enum or set goes";
    EnumReorder "enum.reorder" "DL009" DataLoss "Members of an enum or set change their order";
    CharsetConvert "charset.convert" "DL010" DataLoss "Text is converted to another character set";
    CollationKey "collation.key" "DL011" ConstraintViolation "The collation of a key column changes";
    EngineChange "engine.change" "DL013" DataLoss "The table moves to another kind of storage";
    ColumnAddRequired "column.add.required" "DF001" ConstraintViolation "A NOT NULL column without default is added to existing rows";
    ColumnNotNull "column.not_null" "DF002" ConstraintViolation "A nullable column becomes NOT NULL";
    UniqueAdd "unique.add" "DF003" ConstraintViolation "Existing rows become unique";
    ForeignKeyAdd "foreign_key.add" "DF004" ConstraintViolation "Existing rows must find their parents";
    CheckAdd "check.add" "DF005" ConstraintViolation "Existing rows must satisfy a condition";
    IdentityAdd "identity.add" "DF010" ConstraintViolation "A column with rows begins to count itself";
    IdentityDrop "identity.drop" "DL017" Compatibility "A column ceases to count itself";
    RebuildText "rebuild.text" "DL018" Compatibility "A table's text is written anew, without its comments";
    IndexCreateBlocking "index.create.blocking" "LK001" Downtime "Writers wait while an index is built";
    ConstraintScan "constraint.scan" "LK005" Downtime "Others wait while a constraint is checked";
    TableRewrite "table.rewrite" "LK006" Downtime "Others wait while every row is written again";
    TableCopy "table.copy" "LK007" Downtime "Writers wait while the table is copied";
    TableRebuild "table.rebuild" "LK017" Downtime "The table is built anew under the file's write lock";
    RebuildOnline "table.rebuild.online" "LK008" Performance "The table is rebuilt while readers and writers go on";
    HeldInPlace "table.held" "LK009" Downtime "Writers wait while the table is changed in place";
    ExclusionAdd "exclusion.add" "LK014" Downtime "Others wait while an exclusion constraint builds its index";
    ViewFill "view.fill" "LK015" Downtime "A materialized view is made anew and filled";
    ParentLocked "foreign_key.parent" "LK019" Downtime "Writers of a table wait while others begin to refer to it";
    StrongLocks "locks.several" "LK012" Downtime "Several tables are locked strongly in one transaction";
    TableRename "table.rename" "BC001" Compatibility "A table gets another name";
    ColumnRename "column.rename" "BC002" Compatibility "A column gets another name";
    PartitionDetach "partition.detach" "DL005" Compatibility "A partition leaves its table with its rows";
    DefaultDrop "column.default.drop" "BC003" Compatibility "Writers that left a column out fail";
    NotNullDrop "column.nullable" "BC004" Compatibility "Readers may meet NULLs";
    InterfaceChange "interface.change" "BC005" Compatibility "Views or routines change what callers know of them, or go";
    TypeVisible "column.type" "BC006" Compatibility "Drivers see another type";
    PlansCached "plans.cached" "BC007" Compatibility "Prepared statements answer other columns than they were prepared for";
    ReplicaIdentity "replica_identity.change" "BC009" Compatibility "Logical replication tells rows apart by something else";
    RowSecurityOff "row_security.off" "SC001" Exposure "Row-level security is switched off, or decides otherwise";
    RowSecurityBare "row_security.no_policy" "SC002" Compatibility "Row-level security is switched on without a policy";
    GrantChange "grant.change" "SC003" Exposure "A role may do more, or less, than before";
    RoutineDefiner "routine.definer" "SC004" Exposure "A routine with its owner's rights finds names along the caller's path";
    ViewSecurity "view.security" "SC005" Exposure "A view is read by other rights";
    ExtensionChange "extension.change" "SC006" Exposure "An extension comes, goes or changes";
    StatisticsLost "statistics.lost" "OP007" Performance "The planner knows nothing of a column for a while";
    IndexDrop "index.drop" "BC008" Performance "Queries lose an index";
    ForeignKeyDrop "foreign_key.drop" "BC010" Compatibility "Integrity is no longer kept";
    ConstraintDrop "constraint.drop" "CD101" Compatibility "A rule on rows is no longer kept";
    ZeroDate "copy.zero_date" "DF006" ConstraintViolation "A copy meets dates that the server's mode refuses";
    DomainScan "domain.scan" "DF009" Downtime "Writers of all tables with a domain wait while it is checked";
    Misfit "copy.misfit" "DF011" ConstraintViolation "Values are of another storage class than a copy wants";
    PartitionBound "partition.bound" "DF012" ConstraintViolation "Rows may be outside of a partition's bound";
    IndexDropBlocking "index.drop.blocking" "LK002" Downtime "Others wait while an index is dropped";
    ClusterStall "cluster.stall" "LK016" Downtime "All nodes of a cluster wait for a statement";
    InstantLimit "instant.limit" "LK018" Downtime "A table has had nearly all the columns it can get or lose in the catalog alone";
    TextNames "text.names" "OP004" Compatibility "A routine's text names what goes or gets another name";
    ConcurrentCorruption "index.concurrently.corrupt" "OP008" Compatibility "The server builds indexes wrongly when it does so concurrently";
    ReplicaLag "replica.lag" "OP010" Performance "Replicas fall behind";
    CounterHeadroom "counter.headroom" "OP014" Compatibility "A counter has used most of its type";
    StepwiseCommit "steps.committed_singly" "OP012" Downtime "A failure leaves the steps before it done";
    Packing "style.packing" "OP013" Style "Rows lose room between their columns";
    NoPrimaryKey "style.primary_key" "ST001" Style "A table has no primary key";
    ZonelessTimestamp "style.timestamp" "ST002" Style "A timestamp has no time zone";
    PaddedChar "style.char" "ST003" Style "Text is filled with blanks";
    SerialColumn "style.serial" "ST004" Style "A column is serial instead of an identity";
    RedundantIndex "style.redundant_index" "ST005" Style "An index finds what another one finds";
    ForeignKeyWithoutIndex "style.foreign_key_index" "ST006" Style "A foreign key has no index on its own columns";
    NullableUnique "style.nullable_unique" "ST007" Style "A unique column takes NULL";
    FloatMoney "style.float_money" "ST008" Style "Money is kept as floating point";
    ReservedWord "style.reserved_word" "ST009" Style "A name is a word of SQL";
    MixedCase "style.mixed_case" "ST010" Style "A name has capital letters";
    LongName "style.long_name" "ST011" Style "A name is nearly as long as names can be";
    Utf8mb3 "style.utf8mb3" "ST012" Style "A character set lacks characters";
    Myisam "style.myisam" "ST013" Style "A table has no transactions";
    ZeroDateDefault "style.zero_date" "ST014" Style "A default is a date that is none";
    DisplayWidth "style.display_width" "ST015" Style "A type has a width that limits nothing";
    HiddenCode "style.trigger" "ST016" Style "Code runs with what programs write";
    Zerofill "style.zerofill" "ST018" Style "Numbers are filled with zeros";
    Definer "style.definer" "ST019" Style "Code runs with the rights of whoever made it";
    OldRowFormat "style.row_format" "ST020" Style "A row format is an old one";
}

impl Rule {
    /// The rule of that name or id.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|rule| rule.name() == word || rule.id() == word)
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
