//! File systems whose changes the system doesn't tell, because somebody else makes them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::survey::Root;

/// Where Linux says what is mounted.
const MOUNTS: &str = "/proc/self/mountinfo";

/// Network folders, and folders that a virtual machine or a container shares with its host.
const KINDS: [&str; 22] = [
    "9p",
    "afs",
    "ceph",
    "cifs",
    "drvfs",
    "fakeowner",
    "fuse.ceph",
    "fuse.glusterfs",
    "fuse.grpcfuse",
    "fuse.osxfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// The kind of file system that the handbook, or a part of it, lies on, where it is one of those.
pub(super) fn file_system(root: &Root) -> Option<String> {
    let mounts = fs::read_to_string(MOUNTS).ok()?;
    let parts = root.parts().into_iter();
    let mut kinds = parts.filter_map(|part| kind_of(&part.canonicalize().ok()?, &mounts));
    kinds.find(|kind| KINDS.contains(kind)).map(String::from)
}

/// The kind of file system that the real path `path` lies on.
fn kind_of<'a>(path: &Path, mounts: &'a str) -> Option<&'a str> {
    let mounts = mounts.lines().filter_map(mount);
    let over = mounts.filter(|(point, _)| path.starts_with(point));
    // The deepest; of those at the same place the last, which hides the others.
    let deepest = over.max_by_key(|(point, _)| point.components().count());
    deepest.map(|(_, kind)| kind)
}

/// Where something is mounted, and of what kind it is: `36 35 98:0 /own /point rw shared:1 - ext4 /dev/root rw`.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (about, source) = line.split_once(" - ")?;
    let point = about.split(' ').nth(4)?;
    Some((unescaped(point), source.split(' ').next()?))
}

/// Spaces, tabs, line ends and backslashes are written as three octal digits.
fn unescaped(text: &str) -> PathBuf {
    let mut parts = text.split('\\');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let digits = part
            .get(..3)
            .and_then(|digits| u8::from_str_radix(digits, 8).ok());
        bytes.extend(digits);
        bytes.extend(part.get(3..).unwrap_or_default().bytes());
    }
    PathBuf::from(OsString::from(String::from_utf8_lossy(&bytes).into_owned()))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{kind_of, unescaped};

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /mnt/c rw,noatime - 9p drvfs rw,aname=drvfs;path=C:\\
31 22 0:27 / /home/a\\040b rw - nfs4 server:/home rw
32 31 0:28 / /home/a\\040b/fast rw master:1 - tmpfs tmpfs rw
33 22 0:29 / /twice rw - ext4 /dev/vdb rw
34 33 0:30 / /twice rw - fuse.sshfs host:/ rw
";

    #[test]
    fn the_deepest_and_last_mount_counts() {
        for (path, kind) in [
            ("/home/book", "ext4"),
            ("/mnt/c/book", "9p"),
            ("/mnt/cc/book", "ext4"),
            ("/home/a b/book", "nfs4"),
            ("/home/a b/fast/book", "tmpfs"),
            ("/twice", "fuse.sshfs"),
        ] {
            assert_eq!(kind_of(Path::new(path), MOUNTS), Some(kind), "{path}");
        }
        assert_eq!(kind_of(Path::new("/home"), "nonsense"), None);
    }

    #[test]
    fn escapes_are_read() {
        assert_eq!(unescaped(r"/a\040\134b\011"), PathBuf::from("/a \\b\t"));
        assert_eq!(unescaped(r"/a\"), PathBuf::from("/a"));
        assert_eq!(unescaped(r"/ö\040ü"), PathBuf::from("/ö ü"));
    }
}
