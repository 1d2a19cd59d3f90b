//! A print scheduler of our own: its own folder, its own socket, one queue to the virtual printer. Ends with the test.
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

pub const QUEUE: &str = "front_desk";
const DRIVER: &str = "/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd";
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Scheduler {
    child: Child,
    folder: tempfile::TempDir,
}

impl Scheduler {
    pub fn start() -> Scheduler {
        let folder = tempfile::tempdir().expect("a folder for the scheduler");
        let at = folder.path();
        for part in ["root", "spool", "cache", "state"] {
            std::fs::create_dir(at.join(part)).expect("the folder is new");
        }
        let path = |part: &str| at.join(part).display().to_string();
        let said = format!(
            "Listen {}\nLogLevel warn\nBrowsing Off\nWebInterface No\nMaxJobTime 60\n\
             <Location />\nOrder allow,deny\nAllow all\n</Location>\n\
             <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n",
            path("socket")
        );
        let files = format!(
            "ServerRoot {}\nRequestRoot {}\nCacheDir {}\nStateDir {}\nTempDir {}\n\
             AccessLog {}\nErrorLog {}\nPageLog {}\nSystemGroup root\n",
            path("root"),
            path("spool"),
            path("cache"),
            path("state"),
            path("spool"),
            path("access"),
            path("errors"),
            path("pages")
        );
        std::fs::write(at.join("cupsd.conf"), said).expect("the folder takes files");
        std::fs::write(at.join("cups-files.conf"), files).expect("the folder takes files");
        let child = as_root("/usr/sbin/cupsd")
            .args(["-f", "-c", &path("cupsd.conf"), "-s", &path("cups-files.conf")])
            .spawn()
            .expect("cupsd is installed: ./dev test does it");
        let scheduler = Scheduler { child, folder };
        scheduler.wait();
        scheduler.add_queue();
        scheduler
    }

    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn wait(&self) {
        let started = Instant::now();
        loop {
            let running = Command::new("lpstat").arg("-r").env("CUPS_SERVER", self.socket()).output();
            let running = running.expect("cups-client is installed: ./dev test does it");
            if String::from_utf8_lossy(&running.stdout).contains("is running") {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "the scheduler does not start: root or sudo is needed");
        }
    }

    fn add_queue(&self) {
        let added = as_root("/usr/sbin/lpadmin")
            .args(["-h", &self.socket().display().to_string()])
            .args(["-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", DRIVER])
            .output()
            .expect("lpadmin is installed");
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
}

impl Drop for Scheduler {
    fn drop(&mut self) {
        let _ = as_root("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// The scheduler hands a job to its printer under the user's own name, which only root may do.
fn as_root(program: &str) -> Command {
    if home() == Path::new("/root") {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    command
}

/// The home of whoever runs the test, as the system knows it.
pub fn home() -> PathBuf {
    let known = Command::new("sh").args(["-c", "getent passwd \"$(id -u)\" | cut -d: -f6"]).output();
    let known = known.expect("the system knows its users");
    PathBuf::from(String::from_utf8_lossy(&known.stdout).trim())
}
