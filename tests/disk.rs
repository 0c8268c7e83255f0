//! Writing the output folder: what is kept, what is refused, and what an interrupted run leaves
//! behind.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot prepare its place has nothing to say"
)]

use std::fs;
use std::path::{Path, PathBuf};

use codegen::disk;
use codegen::output::{HEADER, OutputFiles};

/// Returns an empty folder for one test, and the output folder in it, which does not exist yet.
fn place(name: &str) -> (PathBuf, PathBuf) {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("disk")
        .join(name);
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    let out = place.join("out");
    (place, out)
}

fn output(files: &[(&str, &str)]) -> OutputFiles {
    let mut tree = OutputFiles::default();
    for (path, text) in files {
        tree.insert(*path, ours(text));
    }
    tree
}

fn ours(text: &str) -> String {
    format!("{HEADER}a test\n{text}\n")
}

/// Reads every file below a folder.
fn everything(place: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(place).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(everything(&path));
        } else {
            files.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
    files.sort();
    files
}

#[test]
fn a_missing_folder_is_created_and_an_empty_one_filled() {
    let (place, out) = place("fill");
    let wanted = output(&[("mod.rs", "a"), ("types/mod.rs", "b")]);
    let changes = disk::apply(&out, &wanted).unwrap();
    assert_eq!(changes.missing, ["mod.rs", "types/mod.rs"]);
    assert_eq!(disk::read_output(&out).unwrap(), wanted);

    let empty = place.join("empty");
    fs::create_dir(&empty).unwrap();
    disk::apply(&empty, &wanted).unwrap();
    assert_eq!(disk::read_output(&empty).unwrap(), wanted);
}

#[test]
fn equal_files_are_not_touched_and_orphans_are_removed() {
    let (place, out) = place("keep");
    disk::apply(
        &out,
        &output(&[("kept.rs", "1"), ("stale.rs", "1"), ("gone/orphan.rs", "1")]),
    )
    .unwrap();
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    let kept = fs::File::options()
        .write(true)
        .open(out.join("kept.rs"))
        .unwrap();
    kept.set_modified(long_ago).unwrap();

    let wanted = output(&[("kept.rs", "1"), ("new.rs", "1"), ("stale.rs", "2")]);
    let changes = disk::apply(&out, &wanted).unwrap();

    assert_eq!(changes.missing, ["new.rs"]);
    assert_eq!(changes.stale, ["stale.rs"]);
    assert_eq!(changes.orphan, ["gone/orphan.rs"]);
    assert_eq!(disk::read_output(&out).unwrap(), wanted);
    let modified = fs::metadata(out.join("kept.rs"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(modified, long_ago);
    let names: Vec<_> = fs::read_dir(&place)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["out"], "nothing is left beside the folder");
}

#[test]
fn a_file_without_the_header_is_reported_and_nothing_changes() {
    let foreign = [
        ("wanted.rs", "pub fn by_hand() {}\n"),
        ("notes.md", "by hand\n"),
        ("empty.rs", ""),
    ];
    for (name, text) in foreign {
        let (place, out) = place(&format!("foreign_{name}"));
        disk::apply(&out, &output(&[("old.rs", "1")])).unwrap();
        fs::write(out.join(name), text).unwrap();
        let before = everything(&place);

        let error = disk::apply(&out, &output(&[("wanted.rs", "1")])).unwrap_err();

        assert!(error.to_string().contains(name), "{error}");
        assert_eq!(everything(&place), before);
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_neither_followed_nor_replaced() {
    let (place, out) = place("link");
    let elsewhere = place.join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("mod.rs"), ours("linked")).unwrap();
    fs::create_dir(&out).unwrap();
    std::os::unix::fs::symlink(&elsewhere, out.join("types")).unwrap();

    let error = disk::apply(&out, &output(&[("types/mod.rs", "1")])).unwrap_err();
    assert!(error.to_string().contains("types"), "{error}");
    assert_eq!(
        fs::read_to_string(elsewhere.join("mod.rs")).unwrap(),
        ours("linked")
    );

    let error = disk::apply(&out.join("types"), &output(&[("mod.rs", "1")])).unwrap_err();
    assert!(error.to_string().contains("types"), "{error}");
    assert_eq!(
        fs::read_to_string(elsewhere.join("mod.rs")).unwrap(),
        ours("linked")
    );
}

#[test]
fn the_next_run_repairs_what_an_interrupted_run_left() {
    let old = output(&[("a.rs", "1"), ("b.rs", "1")]);
    let (place, out) = place("interrupted");
    disk::apply(&out, &old).unwrap();
    // Interrupted between the two renamings, with a file that was not finished.
    fs::rename(&out, place.join(".out.old")).unwrap();
    fs::create_dir(place.join(".out.new")).unwrap();
    fs::write(place.join(".out.new").join("a.rs"), &HEADER[..10]).unwrap();

    let changes = disk::apply(&out, &old).unwrap();

    assert!(changes.is_empty(), "{changes:?}");
    assert_eq!(disk::read_output(&out).unwrap(), old);
    assert!(!place.join(".out.old").exists());
    assert!(!place.join(".out.new").exists());
}

#[test]
fn a_foreign_neighbour_is_not_touched() {
    let (place, out) = place("neighbour");
    let neighbour = place.join(".out.new");
    fs::create_dir(&neighbour).unwrap();
    fs::write(neighbour.join("notes.md"), "by hand").unwrap();

    let error = disk::apply(&out, &output(&[("a.rs", "1")])).unwrap_err();

    assert!(error.to_string().contains("notes.md"), "{error}");
    assert_eq!(
        fs::read_to_string(neighbour.join("notes.md")).unwrap(),
        "by hand"
    );
    assert!(!out.exists());
}

#[test]
fn a_failure_while_writing_leaves_the_old_folder_whole() {
    let (place, out) = place("failing");
    disk::apply(&out, &output(&[("a.rs", "1"), ("b.rs", "1")])).unwrap();
    let before = everything(&place);

    // `a.rs` can't be a file and a folder at once: the second write fails after the first
    // succeeded.
    let impossible = output(&[("a.rs", "2"), ("a.rs/mod.rs", "2")]);
    disk::apply(&out, &impossible).unwrap_err();

    assert_eq!(everything(&place), before);
}

#[test]
fn specs_are_the_json_and_yaml_files_of_a_folder() {
    let (place, _) = place("specs");
    for name in ["a.json", "b.yaml", "c.yml", "README.md"] {
        fs::write(place.join(name), "{}").unwrap();
    }
    fs::create_dir(place.join("folder.yaml")).unwrap();

    let sources = disk::read_specs(&place, "specs/").unwrap();

    let names: Vec<_> = sources.iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(names, ["specs/a.json", "specs/b.yaml", "specs/c.yml"]);
    fs::remove_file(place.join("a.json")).unwrap();
    let none = place.join("folder.yaml");
    assert!(
        disk::read_specs(&none, "")
            .unwrap_err()
            .to_string()
            .contains("no spec")
    );
}

#[test]
fn a_spec_that_is_not_utf_8_is_reported() {
    let (place, _) = place("no_text");
    let said = |bytes: &[u8]| {
        let path = place.join("spec.yaml");
        fs::write(&path, bytes).unwrap();
        let error = disk::read_texts(&[("spec.yaml".to_owned(), path)]).unwrap_err();
        let said = error.to_string();
        said.rsplit('/').next().unwrap_or_default().to_owned()
    };
    assert_eq!(
        said(b"\xFF\xFEo\0p\0"),
        "spec.yaml is UTF-16: save it as UTF-8"
    );
    assert_eq!(
        said(b"\x1F\x8B\x08"),
        "spec.yaml is packed: unpack it first"
    );
    assert_eq!(
        said(b"openapi: 3.0.3\ninfo: {title: K\xF6ln}\n"),
        "spec.yaml:2:16 is not UTF-8: save the file in that encoding"
    );
}

#[test]
fn a_folder_in_the_place_of_a_spec_is_reported() {
    let (place, _) = place("folder");
    let specs = ("specs".to_owned(), place.clone());
    let said = disk::read_texts(&[specs]).unwrap_err().to_string();
    let place = place.display();
    assert_eq!(
        said,
        format!("{place} is a folder: name its files, as in `{place}/*.yaml`")
    );
}

#[test]
fn a_byte_order_mark_is_ignored() {
    let (place, _) = place("mark");
    let path = place.join("spec.yaml");
    fs::write(&path, "\u{FEFF}openapi: 3.0.3\n").unwrap();
    let sources = disk::read_texts(&[("spec.yaml".to_owned(), path)]).unwrap();
    assert_eq!(sources.get("spec.yaml"), Some("openapi: 3.0.3\n"));
}

#[test]
fn concurrent_runs_write_one_after_the_other() {
    let (place, out) = place("at_once");
    let names: Vec<String> = (0..40)
        .map(|number| format!("file_{number:02}.rs"))
        .collect();
    let one_of = |text: &str| {
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), text)).collect();
        output(&files)
    };
    let trees = [one_of("one"), one_of("other")];
    for _ in 0..20 {
        std::thread::scope(|scope| {
            let runs = trees
                .each_ref()
                .map(|tree| scope.spawn(|| disk::apply(&out, tree)));
            for run in runs {
                run.join().unwrap().unwrap();
            }
        });
        assert!(
            trees.contains(&disk::read_output(&out).unwrap()),
            "no mixture"
        );
        assert_eq!(
            fs::read_dir(&place).unwrap().count(),
            1,
            "nothing is left behind"
        );
    }
}
