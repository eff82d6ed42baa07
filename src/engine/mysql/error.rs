//! Server error numbers → kinds. Nobody looks at the text of a message.

use crate::engine::error::ErrorKind;

/// The kind of an error number and `SQLSTATE` (`MySQL` 8.4 error reference, 2 "Server Error
/// Message Reference"; `MariaDB` knowledge base, "`MariaDB` Error Code Reference").
pub(super) fn kind(number: u16, state: &str) -> ErrorKind {
    match number {
        // Lock wait timeout, deadlock, interrupted, aborted by FLUSH or another DDL.
        1205 | 1206 | 1213 | 1317 | 1969 | 1412 | 3572 | 3024 | 4032 => ErrorKind::Transient,
        1044 | 1142 | 1143 | 1227 | 1370 | 1410 | 1419 | 1290 => ErrorKind::Permission,
        1045 | 1251 | 1698 | 2059 | 2061 | 3118 | 1820 | 1862 => ErrorKind::Authentication,
        3159 => ErrorKind::Tls,
        1053 | 1077 | 1080 | 1152 | 1158..=1161 | 1184 | 1927 | 2002 | 2003 | 2006 | 2013 => {
            ErrorKind::Unreachable
        }
        1021 | 1037 | 1038 | 1040 | 1041 | 1114 | 1135 | 1203 | 1226 => ErrorKind::Resources,
        1007 | 1050 | 1060 | 1061 | 1304 | 1359 | 1537 | 1826 | 3822 => ErrorKind::Exists,
        1022
        | 1048
        | 1062
        | 1138
        | 1169
        | 1216
        | 1217
        | 1242
        | 1263
        | 1264
        | 1265
        | 1292
        | 1366
        | 1406
        | 1451
        | 1452
        | 1525
        | 1586
        | 1690
        | 1859
        | 3819
        | 3140
        | 3819.. => data_or_other(number, state),
        1235 | 1178 | 1286 | 1289 | 1845 | 1846 | 1031 | 1214 => ErrorKind::Unsupported,
        1046
        | 1049
        | 1051
        | 1054
        | 1064
        | 1065
        | 1068..=1075
        | 1090
        | 1091
        | 1101
        | 1103
        | 1109
        | 1146
        | 1149
        | 1166
        | 1170
        | 1215
        | 1305
        | 1360 => ErrorKind::Statement,
        _ => by_state(state),
    }
}

/// Numbers above 3818 mean different things in `MariaDB` and `MySQL`; the class of the state tells
/// a violated constraint (23) from the rest.
fn data_or_other(number: u16, state: &str) -> ErrorKind {
    if number < 3819 || state.starts_with("23") || number == 3819 {
        ErrorKind::Data
    } else {
        by_state(state)
    }
}

fn by_state(state: &str) -> ErrorKind {
    match state.get(..2) {
        Some("23" | "22") => ErrorKind::Data,
        Some("42") => ErrorKind::Statement,
        Some("28") => ErrorKind::Authentication,
        Some("08") => ErrorKind::Unreachable,
        Some("40") => ErrorKind::Transient,
        Some("0A") => ErrorKind::Unsupported,
        _ => ErrorKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_decide_and_states_fill_the_gaps() {
        assert_eq!(kind(1205, "HY000"), ErrorKind::Transient);
        assert_eq!(kind(1062, "23000"), ErrorKind::Data);
        assert_eq!(kind(3819, "HY000"), ErrorKind::Data);
        assert_eq!(kind(4025, "23000"), ErrorKind::Data);
        assert_eq!(kind(4025, "HY000"), ErrorKind::Other);
        assert_eq!(kind(1064, "42000"), ErrorKind::Statement);
        assert_eq!(kind(1050, "42S01"), ErrorKind::Exists);
        assert_eq!(kind(9999, "42000"), ErrorKind::Statement);
    }
}
